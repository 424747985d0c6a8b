/* Opens the payment window and posts what it brings to the shop's server. */
(function () {
  'use strict';

  var panel = document.getElementById('window');

  /* Whoever came back with the back button wants to be here, not in the window again. */
  function isBack() {
    var entries = window.performance && performance.getEntriesByType ? performance.getEntriesByType('navigation') : [];
    return entries.length > 0 && entries[0].type === 'back_forward';
  }

  function openMobile() {
    document.forms.order_info.submit();
  }

  function showProblem(error) {
    var problem = document.getElementById('window-problem');
    document.getElementById('window-message').textContent = error.message;
    problem.hidden = false;
    problem.setAttribute('role', 'alert');
    problem.setAttribute('data-testid', 'error');
  }

  /* Cancelled or refused in the window: the server notes it and shows what can be done. */
  function tellServer(error) {
    if (error.code === 'CANCELLED' || error.code === 'FAILED' && error.resultCode) {
      window.Gyeolje.submit(panel.dataset.to, {res_cd: error.resultCode, res_msg: error.message});
    } else if (error.code !== 'BUSY') {
      showProblem(error);
    }
  }

  function openPc() {
    window.Gyeolje.open(panel.dataset.order, {kcpScriptUrl: panel.dataset.kcpScript}).then(function (authentication) {
      window.Gyeolje.submit(panel.dataset.to, authentication);
    }, tellServer);
  }

  if (panel.dataset.kind === 'mobile') {
    if (!isBack()) {
      openMobile();
    }
  } else {
    document.getElementById('open-window').addEventListener('click', openPc);
    if (!isBack()) {
      openPc();
    }
  }
}());
