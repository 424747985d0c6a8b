// The sheet's manners: focus starts on it and stays within it, Escape closes, a second press does nothing.
(function () {
  'use strict';
  var form = document.getElementById('pay');
  var first = form.querySelector('[data-testid="language"]');
  var last = form.querySelector('[data-testid="buyer-cancel"]');
  var framed = form.getAttribute('data-kind') === 'pc' && window.parent !== window;

  function close() {
    form.querySelector('[data-testid="buyer-close"]').click();
  }

  document.addEventListener('keydown', function (event) {
    if (event.key === 'Escape') {
      event.preventDefault();
      close();
    } else if (event.key === 'Tab' && !event.shiftKey && document.activeElement === last) {
      event.preventDefault();
      first.focus();
    } else if (event.key === 'Tab' && event.shiftKey
        && (document.activeElement === first || document.activeElement === document.getElementById('bill-title'))) {
      event.preventDefault();
      last.focus();
    }
  });

  form.addEventListener('submit', function (event) {
    if (form.getAttribute('aria-busy') === 'true') {
      event.preventDefault();
      return;
    }
    form.setAttribute('aria-busy', 'true');
  });

  // A page brought back by the back button is usable again.
  window.addEventListener('pageshow', function () {
    form.removeAttribute('aria-busy');
  });

  document.getElementById('bill-title').focus();
  if (framed) {
    window.parent.postMessage({ sender: 'kcp-window', kind: 'ready' }, form.getAttribute('data-origin'));
  }
})();
