// Lays the payment window over a merchant's page. Plain ES5; needs m_Completepayment(FormOrJson, closeEvent) on the page.
(function () {
  'use strict';
  var FRAME = 'naxIfr';
  var base = origin(document.currentScript);
  var open = null;

  function origin(script) {
    var found = script;
    if (!found) {
      var all = document.getElementsByTagName('script');
      for (var i = 0; i < all.length; i++) {
        if (/\/plugin\/(payplus_web\.jsp|kcp_spay_hub\.js)/.test(all[i].src)) {
          found = all[i];
        }
      }
    }
    var match = /^(https?:\/\/[^\/?#]+)/.exec(found ? found.src : '');
    return match ? match[1] : '';
  }

  function style(element, rules) {
    for (var name in rules) {
      if (Object.prototype.hasOwnProperty.call(rules, name)) {
        element.style.setProperty(name, rules[name]);
      }
    }
    return element;
  }

  function formOf(given) {
    return typeof given === 'string' ? document.forms[given] || document.getElementById(given) : given;
  }

  function hidden(name, value) {
    var input = document.createElement('input');
    input.type = 'hidden';
    input.name = name;
    input.value = value;
    return input;
  }

  // The merchant's form stays as it is: a copy travels.
  function copyOf(form) {
    var copy = style(document.createElement('form'), { display: 'none' });
    copy.method = 'post';
    copy.acceptCharset = 'euc-kr';
    copy.action = base + '/kcpPaypop.do?encType=EUC-KR';
    copy.target = FRAME;
    for (var i = 0; i < form.elements.length; i++) {
      var field = form.elements[i];
      var unchecked = (field.type === 'radio' || field.type === 'checkbox') && !field.checked;
      if (field.name && !field.disabled && !unchecked && field.type !== 'file') {
        copy.appendChild(hidden(field.name, field.value));
      }
    }
    copy.appendChild(hidden('page_origin', String(window.location.origin)));
    return copy;
  }

  function sentinel(onFocus) {
    var end = document.createElement('div');
    end.tabIndex = 0;
    end.addEventListener('focus', onFocus);
    return end;
  }

  function layer() {
    var mask = style(document.createElement('div'), {
      position: 'fixed', inset: '0', 'z-index': '2147483000', display: 'flex', 'align-items': 'center',
      'justify-content': 'center', background: 'rgba(16, 18, 22, .62)', margin: '0', padding: '0'
    });
    mask.id = 'kcpPayLayer';
    mask.setAttribute('role', 'dialog');
    mask.setAttribute('aria-modal', 'true');
    mask.setAttribute('aria-label', '결제창');

    var narrow = window.innerWidth < 660;
    var frame = style(document.createElement('iframe'), {
      border: '0', background: '#fff', display: 'block', width: narrow ? '100%' : '780px',
      height: narrow ? '100%' : '640px', 'max-width': '100%', 'max-height': '100%',
      'border-radius': narrow ? '0' : '20px', 'box-shadow': narrow ? 'none' : '0 24px 80px rgba(0, 0, 0, .4)'
    });
    frame.id = FRAME;
    frame.name = FRAME;
    frame.title = '결제창';

    var close = style(document.createElement('button'), {
      position: 'absolute', top: '12px', right: '12px', 'min-width': '88px', 'min-height': '44px', border: '0',
      'border-radius': '12px', background: '#fff', color: '#17181a', font: '600 15px system-ui, sans-serif', cursor: 'pointer'
    });
    close.type = 'button';
    close.textContent = '닫기';
    close.addEventListener('click', closedByBuyer);

    function into() { frame.focus(); }
    mask.appendChild(sentinel(into));
    mask.appendChild(close);
    mask.appendChild(frame);
    mask.appendChild(sentinel(into));
    return { mask: mask, frame: frame, close: close };
  }

  function still(on) {
    var children = document.body.children;
    for (var i = 0; i < children.length; i++) {
      var child = children[i];
      if (on && child !== open.mask && !child.hasAttribute('inert')) {
        child.setAttribute('inert', '');
        open.stilled.push(child);
      }
    }
  }

  function closeEvent() {
    if (!open) {
      return;
    }
    var was = open;
    open = null;
    window.removeEventListener('message', heard);
    document.removeEventListener('keydown', pressed, true);
    for (var i = 0; i < was.stilled.length; i++) {
      was.stilled[i].removeAttribute('inert');
    }
    document.body.style.setProperty('overflow', was.overflow);
    was.mask.parentNode.removeChild(was.mask);
    if (was.focus && was.focus.focus) {
      was.focus.focus();
    }
  }

  function complete(fields) {
    if (!open || open.done) {
      return;
    }
    open.done = true;
    try {
      window.m_Completepayment(fields, closeEvent);
    } finally {
      closeEvent();
    }
  }

  function closedByBuyer() {
    complete({ res_cd: '3001', res_msg: '결제창을 닫아 결제를 취소했습니다.', enc_data: '', enc_info: '', tran_cd: '', card_pay_method: '' });
  }

  function pressed(event) {
    if (event.key === 'Escape' || event.key === 'Esc') {
      event.preventDefault();
      closedByBuyer();
    }
  }

  function heard(event) {
    if (!open || event.origin !== base || event.source !== open.frame.contentWindow) {
      return;
    }
    var message = event.data || {};
    if (message.sender !== 'kcp-window') {
      return;
    }
    if (message.kind === 'ready') {
      open.close.style.setProperty('display', 'none');
      open.frame.focus();
    } else if (message.kind === 'result') {
      complete(message.fields);
    }
  }

  function execute(given) {
    var form = formOf(given);
    if (open) {
      return;
    }
    if (!form || !form.elements) {
      throw new Error('KCP_Pay_Execute needs a form');
    }
    var copy = copyOf(form);
    open = layer();
    open.stilled = [];
    open.done = false;
    open.focus = document.activeElement;
    open.overflow = document.body.style.getPropertyValue('overflow');
    document.body.appendChild(open.mask);
    still(true);
    document.body.style.setProperty('overflow', 'hidden');
    window.addEventListener('message', heard);
    document.addEventListener('keydown', pressed, true);
    open.close.focus();
    document.body.appendChild(copy);
    copy.submit();
    document.body.removeChild(copy);
  }

  // Copies the result's values into the inputs of the same name.
  function getField(given, result) {
    var form = formOf(given);
    var fields = typeof result === 'string' ? JSON.parse(result) : result;
    if (fields && fields.elements) {
      var read = {};
      for (var i = 0; i < fields.elements.length; i++) {
        read[fields.elements[i].name] = fields.elements[i].value;
      }
      fields = read;
    }
    for (var k = 0; k < form.elements.length; k++) {
      var name = form.elements[k].name;
      if (name && Object.prototype.hasOwnProperty.call(fields, name)) {
        form.elements[k].value = fields[name];
      }
    }
  }

  window.KCP_Pay_Execute = execute;
  window.KCP_Pay_Execute_Web = execute;
  window.GetField = getField;
})();
