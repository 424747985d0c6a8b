/* Small comforts; every page works without this file. It runs before there is a button to press. */
(function () {
  'use strict';

  function setDisabled(form, disabled) {
    form.querySelectorAll('button').forEach(function (button) {
      button.disabled = disabled;
    });
  }

  document.addEventListener('submit', function (event) {
    var form = event.target;
    if (!form.matches('form[data-once]')) {
      return;
    }
    if (form.dataset.confirm) {
      if (!window.confirm(form.dataset.confirm)) {
        event.preventDefault();
        return;
      }
      form.elements.confirmed.value = 'yes';
    }
    setDisabled(form, true);
  });

  /* Coming back with the browser's back button finds the buttons usable again. */
  window.addEventListener('pageshow', function () {
    document.querySelectorAll('form[data-once]').forEach(function (form) {
      setDisabled(form, false);
    });
  });
}());
