// Search, facets and pages over the compact index in #data. The page reads
// the same without this; the script only narrows the list.
(() => {
  'use strict';
  const $ = id => document.getElementById(id);
  const data = JSON.parse($('data').textContent);
  const { classes, outlets, rows, size } = data;
  const fold = s => s.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
  const fo = outlets.map(fold);
  // A row: [file, title, time, versions, outlets, counts, says, href, tail, severity, words]
  const hay = rows.map(r => fold(r[1] + ' ' + (r[6] || []).join(' ') + ' ' + r[10] + ' ' + r[4].map(o => outlets[o]).join(' ')));
  const q = $('q'), list = $('stories'), shown = $('shown'), pager = $('pager');
  let page = 0, hits = rows.map((_, i) => i);

  const parse = text => {
    const terms = [];
    for (const m of text.matchAll(/(-?)(?:(outlet|class|day):)?(?:"([^"]*)"|(\S+))/g)) {
      const word = fold(m[3] === undefined ? m[4] : m[3]);
      if (word) terms.push({ not: m[1] === '-', field: m[2] || '', word });
    }
    return terms;
  };
  const has = (i, t) => {
    const r = rows[i];
    switch (t.field) {
      case 'outlet': return r[4].some(o => fo[o].includes(t.word));
      case 'class': return r[5].some(c => fold(classes[c[0]][0]).startsWith(t.word.replaceAll(' ', '-')));
      case 'day': return t.word === 'undated' ? !r[2] : r[2].startsWith(t.word);
    }
    return hay[i].includes(t.word);
  };

  const el = (name, cls, text) => {
    const e = document.createElement(name);
    if (cls) e.className = cls;
    if (text !== undefined) e.textContent = text;
    return e;
  };
  const add = (parent, ...kids) => { parent.append(...kids); return parent; };
  const link = (href, ...kids) => { const a = el('a'); a.href = href; a.append(...kids); return a; };
  const says = (s, href) => {
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
    e.dateTime = t;
    return e;
  };
  const some = (names, n) => names.length > n ? names.slice(0, n).join(', ') + ' and ' + (names.length - n) + ' more'
    : names.length < 2 ? names.join('') : names.slice(0, -1).join(', ') + ' and ' + names[names.length - 1];
  const item = i => {
    const r = rows[i], li = el('li'), div = el('div');
    li.id = 'c-' + r[0];
    const home = 'c/' + r[0] + '/index.html';
    div.append(add(el('h3'), link(home, el('bdi', '', r[1]))));
    if (r[6]) div.append(says(r[6], 'c/' + r[0] + '/' + r[7]));
    const meta = el('ul', 'meta');
    meta.append(add(el('li'), time(r[2])), el('li', '', r[3].toLocaleString('en') + ' versions'));
    if (r[8]) meta.append(el('li', '', '✂ tail cut'));
    meta.append(add(el('li'), el('bdi', '', some(r[4].map(o => outlets[o]), 4))));
    div.append(meta);
    if (r[5].length) {
      const chips = el('ul', 'chips');
      chips.setAttribute('aria-label', 'Differences by class');
      for (const [c, n, sev] of r[5].slice(0, 5)) {
        const chip = el('span', 'chip ' + ['style', 'low', 'medium', 'high'][sev]);
        const sym = el('span', 's', classes[c][2]);
        sym.setAttribute('aria-hidden', 'true');
        chip.append(sym, ' ' + classes[c][1] + ' ', el('span', 'n', n));
        chips.append(add(el('li'), chip));
      }
      const more = r[5].length - 5;
      if (more > 0) chips.append(add(el('li', 'fine', '+' + more), el('span', 'vh', ' lesser')));
      div.append(chips);
    }
    return add(li, el('span', 'rank', i + 1), div);
  };

  // The first rows are drawn at once, the rest when the browser has time: a
  // keystroke never waits for 200 rows.
  const first = 20;
  let later = 0;
  const fill = (from, to) => {
    clearTimeout(later);
    list.replaceChildren(...hits.slice(from, Math.min(from + first, to)).map(item));
    let at = from + first;
    const more = () => {
      list.append(...hits.slice(at, Math.min(at + first, to)).map(item));
      at += first;
      if (at < to) later = setTimeout(more); else list.removeAttribute('aria-busy');
    };
    if (at < to) { list.setAttribute('aria-busy', 'true'); later = setTimeout(more, 60); } else list.removeAttribute('aria-busy');
  };

  const draw = () => {
    const from = page * size, to = Math.min(from + size, hits.length);
    fill(from, to);
    list.classList.toggle('front', page === 0 && hits.length === rows.length);
    const n = x => x.toLocaleString('en');
    shown.textContent = hits.length === rows.length
      ? (rows.length > size ? n(from + 1) + ' to ' + n(to) + ' of ' + n(rows.length) + ' stories shown' : n(rows.length) + ' of ' + n(rows.length) + ' stories shown')
      : n(hits.length) + ' of ' + n(rows.length) + ' stories match' + (hits.length > size ? '; ' + n(from + 1) + ' to ' + n(to) + ' shown' : '');
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
    for (const a of document.querySelectorAll('.facet a')) {
      if (now.includes(a.dataset.term.toLowerCase())) a.setAttribute('aria-current', 'true'); else a.removeAttribute('aria-current');
    }
  };
  const run = () => {
    const terms = parse(q.value);
    hits = [];
    for (let i = 0; i < rows.length; i++) if (terms.every(t => has(i, t) !== t.not)) hits.push(i);
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
  for (const a of document.querySelectorAll('.facet a[data-term]')) a.addEventListener('click', e => {
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
  if (!recall() && rows.length > size) draw();
})();
