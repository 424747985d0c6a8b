/* Small comforts; every page works without this file. */
(function () {
  'use strict';

  function eachForm(act) {
    document.querySelectorAll('form[data-once]').forEach(act);
  }

  eachForm(function (form) {
    form.addEventListener('submit', function (event) {
      if (form.dataset.confirm) {
        if (!window.confirm(form.dataset.confirm)) {
          event.preventDefault();
          return;
        }
        form.elements.confirmed.value = 'yes';
      }
      form.querySelectorAll('button').forEach(function (button) {
        button.disabled = true;
      });
    });
  });

  /* Coming back with the browser's back button finds the buttons usable again. */
  window.addEventListener('pageshow', function () {
    eachForm(function (form) {
      form.querySelectorAll('button').forEach(function (button) {
        button.disabled = false;
      });
    });
  });
}());
