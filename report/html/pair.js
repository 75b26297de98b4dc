// Next and previous difference, by button or by n and p. The page reads the
// same without this.
(() => {
  'use strict';
  const $ = id => document.getElementById(id);
  const rows = [...document.querySelectorAll('.rows tr.d')];
  const keys = $('keys');
  const shown = () => rows.filter(r => r.offsetParent !== null);
  let at = null;
  const go = step => {
    const list = shown();
    if (!list.length) { $('where').textContent = 'no differences shown'; return; }
    let i = list.indexOf(at);
    i = i < 0 ? (step > 0 ? 0 : list.length - 1) : (i + step + list.length) % list.length;
    at = list[i];
    const link = at.querySelector('.ln');
    link.focus({ preventScroll: true });
    at.scrollIntoView({ block: 'center' });
    $('where').textContent = (i + 1) + ' of ' + list.length;
  };
  try { keys.checked = localStorage.getItem('wirediff-keys') !== 'off'; } catch (e) { /* storage may be shut */ }
  keys.addEventListener('change', () => {
    try { localStorage.setItem('wirediff-keys', keys.checked ? 'on' : 'off'); } catch (e) { /* as above */ }
  });
  $('next').addEventListener('click', () => go(1));
  $('prev').addEventListener('click', () => go(-1));
  document.addEventListener('keydown', e => {
    if (!keys.checked || e.ctrlKey || e.metaKey || e.altKey || e.target.matches('input:not([type=checkbox]):not([type=radio]), textarea, select')) return;
    if (e.key === 'n') go(1);
    if (e.key === 'p') go(-1);
  });
  $('nav').hidden = false;
})();
