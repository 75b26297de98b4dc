// Search, facets and pages over the compact index in #data. The page reads
// the same without this; the script only narrows the list.
(() => {
  'use strict';
  const $ = id => document.getElementById(id);
  const { classes, names, files, titles, minutes, versions, outlets, counts, says, pairs, words, size } = JSON.parse($('data').textContent);
  const total = files.length;
  const plain = /^[\x00-\x7f]*$/;
  const fold = s => plain.test(s) ? s.toLowerCase() : s.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const folded = names.map(fold);
  const when = i => minutes[i] === null ? '' : new Date(minutes[i] * 60000).toISOString();
  // A31J212: class A (the first), severity 3, once; class J, severity 2, twelve times.
  const unpack = s => [...s.matchAll(/([A-z])(\d)(\d+)/g)].map(m => [m[1].charCodeAt(0) - 65, +m[2], +m[3]]);
  const q = $('q'), list = $('stories'), shown = $('shown'), pager = $('pager');
  const every = files.map((_, i) => i);
  let page = 0, hits = every;

  // What a row is found by, made when it is first needed.
  const hay = [], days = [], kinds = [];
  const text = i => hay[i] ??= fold(titles[i] + ' ' + says[i].join(' ') + ' ' + words[i] + ' ' + outlets[i].map(o => names[o]).join(' '));
  const day = i => days[i] ??= when(i);
  const kind = i => kinds[i] ??= unpack(counts[i]).map(c => classes[c[0]][0]);
  const warm = from => {
    for (let i = from; i < Math.min(from + 500, total); i++) text(i);
    if (from + 500 < total) setTimeout(warm, 0, from + 500);
  };
  setTimeout(warm, 300, 0);

  const parse = query => {
    const terms = [];
    for (const m of query.matchAll(/(-?)(?:(outlet|class|day):)?(?:"([^"]*)"|(\S+))/g)) {
      const word = fold(m[3] === undefined ? m[4] : m[3]);
      if (word) terms.push({ not: m[1] === '-', field: m[2] || '', word });
    }
    return terms;
  };
  const test = {
    outlet: w => i => outlets[i].some(o => folded[o].includes(w)),
    class: w => { const c = w.replaceAll(' ', '-'); return i => kind(i).some(k => k.startsWith(c)); },
    day: w => w === 'undated' ? i => minutes[i] === null : i => day(i).startsWith(w),
    '': w => i => text(i).includes(w),
  };

  const el = (name, cls, text) => {
    const e = document.createElement(name);
    if (cls) e.className = cls;
    if (text !== undefined) e.textContent = text;
    return e;
  };
  const add = (parent, ...kids) => { parent.append(...kids); return parent; };
  const link = (href, ...kids) => { const a = el('a'); a.href = href; a.append(...kids); return a; };
  const sentence = (s, href) => {
    const a = link(href);
    if (s[0]) a.append(add(el('span', 'from'), el('bdi', '', s[0])));
    if (s[0] && s[1]) {
      const arrow = el('span', '', ' → ');
      arrow.setAttribute('aria-hidden', 'true');
      a.append(arrow, el('span', 'vh', ' became '));
    }
    if (s[1]) a.append(add(el('b', 'to'), el('bdi', '', s[1])));
    if (s[2]) a.append(' ' + s[2]);
    if (s[3]) a.append(' (' + s[3] + ')');
    if (s[4]) a.append(' ', add(el('span', 'who', '— '), el('bdi', '', s[4]), s[5] ? ', ' + s[5] : ''));
    return add(el('p', 'says'), a);
  };
  const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
  const time = t => {
    if (!t) return 'undated';
    const e = el('time', '', +t.slice(8, 10) + ' ' + months[t.slice(5, 7) - 1] + ' ' + t.slice(0, 4) + ', ' + t.slice(11, 16) + ' UTC');
    e.dateTime = t.slice(0, 19) + 'Z';
    return e;
  };
  const some = (names, n) => names.length > n ? names.slice(0, n).join(', ') + ' and ' + (names.length - n) + ' more'
    : names.length < 2 ? names.join('') : names.slice(0, -1).join(', ') + ' and ' + names[names.length - 1];
  const make = i => {
    const li = el('li'), div = el('div'), home = 'c/' + files[i] + '/';
    li.id = 'c-' + files[i];
    div.append(add(el('h3'), link(home + 'index.html', el('bdi', '', titles[i]))));
    if (says[i].length) {
      const [, a, b, at] = pairs[i].match(/^(\d+)-(\d+)(.*)$/);
      div.append(sentence(says[i], home + 'v' + a + '-v' + b + '.html#' + at));
    }
    const meta = el('ul', 'meta'), all = unpack(counts[i]);
    meta.append(add(el('li'), time(when(i))), el('li', '', versions[i].toLocaleString('en') + ' versions'));
    if (kind(i).includes('tail-cut')) meta.append(el('li', '', '✂ tail cut'));
    meta.append(add(el('li'), el('bdi', '', some(outlets[i].map(o => names[o]), 4))));
    div.append(meta);
    if (all.length) {
      const chips = el('ul', 'chips');
      chips.setAttribute('aria-label', 'Differences by class');
      for (const [c, severity, n] of all.slice(0, 5)) {
        const chip = el('span', 'chip ' + ['style', 'low', 'medium', 'high'][severity]);
        const sym = el('span', 's', classes[c][2]);
        sym.setAttribute('aria-hidden', 'true');
        chip.append(sym, ' ' + classes[c][1] + ' ', el('span', 'n', n));
        chips.append(add(el('li'), chip));
      }
      if (all.length > 5) chips.append(add(el('li', 'fine', '+' + (all.length - 5)), el('span', 'vh', ' lesser')));
      div.append(chips);
    }
    return add(li, el('span', 'rank', i + 1), div);
  };
  // Rows are kept once made; those of the page as it came are the first.
  const made = [...list.children].filter(li => li.id);
  const item = i => made[i] ??= make(i);

  // The first rows are drawn at once, the rest when the browser has time: a
  // keystroke never waits for 200 rows.
  const first = 12;
  let later = 0;
  const fill = (from, to) => {
    clearTimeout(later);
    let at = Math.min(from + first, to);
    list.replaceChildren(...hits.slice(from, at).map(item));
    const more = () => {
      list.append(...hits.slice(at, Math.min(at + 2 * first, to)).map(item));
      at += 2 * first;
      if (at < to) later = setTimeout(more); else list.removeAttribute('aria-busy');
    };
    if (at < to) { list.setAttribute('aria-busy', 'true'); later = setTimeout(more, 120); } else list.removeAttribute('aria-busy');
  };

  const facets = [...document.querySelectorAll('.facet a[data-term]')];
  const draw = () => {
    const from = page * size, to = Math.min(from + size, hits.length);
    fill(from, to);
    list.classList.toggle('front', page === 0 && hits.length === total);
    const n = x => x.toLocaleString('en');
    shown.textContent = hits.length === total
      ? (total > size ? n(from + 1) + ' to ' + n(to) + ' of ' + n(total) + ' stories shown' : n(total) + ' of ' + n(total) + ' stories shown')
      : n(hits.length) + ' of ' + n(total) + ' stories match' + (hits.length > size ? '; ' + n(from + 1) + ' to ' + n(to) + ' shown' : '');
    pager.replaceChildren();
    const last = Math.ceil(hits.length / size) - 1;
    if (last > 0) {
      const step = (text, to, on) => {
        const b = el('button', '', text);
        b.type = 'button';
        b.disabled = !on;
        b.addEventListener('click', () => { page = to; draw(); $('h-stories').scrollIntoView(); });
        pager.append(b);
      };
      step('Previous page', page - 1, page > 0);
      pager.append(el('span', 'fine', 'Page ' + (page + 1) + ' of ' + (last + 1)));
      step('Next page', page + 1, page < last);
    }
    const now = q.value.toLowerCase().match(/(?:[^\s"]|"[^"]*")+/g) || [];
    for (const a of facets) {
      if (now.includes(a.dataset.term.toLowerCase())) a.setAttribute('aria-current', 'true'); else a.removeAttribute('aria-current');
    }
  };
  // A query that only grew narrows what it had.
  let before = '';
  const run = () => {
    const query = q.value;
    const narrower = before && query.startsWith(before) && !/[-":]/.test(query);
    const tests = parse(query).map(t => { const f = test[t.field](t.word); return t.not ? i => !f(i) : f; });
    hits = tests.length ? (narrower ? hits : every).filter(i => tests.every(f => f(i))) : every;
    before = query;
    page = 0;
    draw();
  };
  const remember = () => history.replaceState(null, '', q.value ? '#q=' + encodeURIComponent(q.value) : location.pathname + location.search);
  const recall = () => {
    if (!location.hash.startsWith('#q=')) return false;
    try { q.value = decodeURIComponent(location.hash.slice(3)); } catch (e) { return false; }
    run();
    return true;
  };

  q.addEventListener('input', () => { run(); remember(); });
  $('find').addEventListener('submit', e => { e.preventDefault(); run(); remember(); });
  $('clear').addEventListener('click', () => { q.value = ''; run(); remember(); q.focus(); });
  for (const a of facets) a.addEventListener('click', e => {
    e.preventDefault();
    const parts = q.value.match(/(?:[^\s"]|"[^"]*")+/g) || [];
    const at = parts.indexOf(a.dataset.term);
    if (at < 0) parts.push(a.dataset.term); else parts.splice(at, 1);
    q.value = parts.join(' ');
    run();
    remember();
  });
  addEventListener('hashchange', recall);
  $('find').hidden = $('q-help').hidden = false;
  recall();
})();
