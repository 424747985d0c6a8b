// Takes the buyer back to the merchant without a press. A second visit by the back button waits for one.
(function () {
  'use strict';
  var form = document.getElementById('return');
  var navigation = performance.getEntriesByType ? performance.getEntriesByType('navigation')[0] : null;
  if (!navigation || navigation.type !== 'back_forward') {
    form.submit();
  }
})();
