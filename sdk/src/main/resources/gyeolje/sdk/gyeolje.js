/*
 * gyeolje.js: opens the payment window for the answer of an order. ES5, no framework, no dependency.
 *
 *   Gyeolje.open(orderAnswer, options)
 *
 * orderAnswer: the order call's answer as an object or as JSON text (Java: OrderAnswer.toWindowJson()).
 * options (all optional):
 *   kcpScriptUrl  PC: the acquirer's script; not needed when the page already carries it as a plain script element
 *                 AFTER this file (that script writes into the page while it loads, so it cannot be added later;
 *                 without it in the page the window opens inside a frame of its own)
 *   paramOpts     up to three texts that come back as param_opt_1..3; nothing secret, nothing to be trusted
 *   appUrl        mobile: the scheme of the merchant's own app to return to
 *   scriptTimeoutMillis  PC: how long the acquirer's script may take to load, 15000
 *   onResult(authentication), onError(error)  called as well; the only way where there is no Promise
 * Mobile (the answer has pay_url): the page moves to the acquirer, which posts the result to returnUrl. The Promise
 * is only ever rejected, when the shopper comes back with the browser's back button.
 * PC: the Promise resolves to the authentication {res_cd, res_msg, enc_data, enc_info, tran_cd, card_pay_method,
 * ordr_idxx, ordr_chk, param_opt_1..3}. Send it to the merchant's own server (Gyeolje.submit does so with a form),
 * which calls pay. NO MONEY HAS MOVED YET: only the responseCode of pay says paid.
 *
 * An error has: code (ORDER_FAILED, BUSY, SCRIPT_NOT_LOADED, CANCELLED, FAILED), resultCode (res_cd, when there is
 * one), message (Korean, to show as text, never as HTML) and detail (English, for developers).
 */
(function (window) {
    'use strict';

    var document = window.document;
    var FILLED = ['res_cd', 'res_msg', 'enc_info', 'enc_data', 'ret_pay_method', 'tran_cd', 'use_pay_method', 'card_pay_method'];
    var RETURNED = ['res_cd', 'res_msg', 'enc_data', 'enc_info', 'tran_cd', 'card_pay_method', 'ordr_idxx', 'ordr_chk',
        'param_opt_1', 'param_opt_2', 'param_opt_3'];
    var current = null; // the window that is open: {form, scope, settle}

    function failure(code, message, detail, resultCode) {
        var error = new Error(message);
        error.name = 'GyeoljeError';
        error.code = code;
        error.detail = detail;
        error.resultCode = resultCode || '';
        return error;
    }

    function text(value) {
        return value === undefined || value === null ? '' : String(value);
    }

    function each(object, use) {
        for (var name in object) {
            if (Object.prototype.hasOwnProperty.call(object, name)) {
                use(name, object[name]);
            }
        }
    }

    function makeForm(doc, fields, action, charset) {
        var form = doc.createElement('form');
        form.setAttribute('name', 'order_info');
        form.setAttribute('method', 'post');
        form.setAttribute('accept-charset', charset);
        if (action) {
            form.setAttribute('action', action);
        }
        each(fields, function (name, value) {
            var input = doc.createElement('input');
            input.setAttribute('type', 'hidden');
            input.setAttribute('name', name);
            input.value = text(value);
            form.appendChild(input);
        });
        doc.body.appendChild(form);
        return form;
    }

    function remove(node) {
        return node && node.parentNode && node.parentNode.removeChild(node);
    }

    function withOrder(fields, order, options) {
        var shared = ['ordr_idxx', 'good_name', 'good_mny', 'buyr_name', 'site_cd'];
        for (var i = 0; i < shared.length; i++) {
            fields[shared[i]] = text(order[shared[i]]);
        }
        var paramOpts = options.paramOpts || [];
        for (var n = 1; n <= 3; n++) {
            fields['param_opt_' + n] = text(paramOpts[n - 1]);
        }
        fields.req_tx = 'pay';
        fields.currency = '410';
        fields.kakaopay_direct = 'Y';
        return fields;
    }

    function mobileFields(order, options) {
        var fields = withOrder({}, order, options);
        fields.Ret_URL = order.Ret_URL;
        fields.approval_key = order.approval_key;
        var appUrl = options.appUrl || order.AppUrl;
        if (appUrl) {
            fields.AppUrl = appUrl;
        }
        fields.pay_method = 'CARD';
        fields.ActionResult = 'card';
        fields.escw_used = 'N';
        return fields;
    }

    function pcFields(order, options) {
        var fields = withOrder({}, order, options);
        fields.pay_method = '100000000000';
        fields.module_type = '01';
        fields.ordr_chk = '';
        for (var i = 0; i < FILLED.length; i++) {
            fields[FILLED[i]] = '';
        }
        return fields;
    }

    function openMobile(order, options, settle) {
        var form = makeForm(document, mobileFields(order, options), order.pay_url, 'euc-kr');
        function cameBack(event) {
            if (event && event.persisted) {
                window.removeEventListener('pageshow', cameBack);
                remove(form);
                settle(failure('CANCELLED', '결제를 취소했어요.', 'the shopper came back from the payment window'));
            }
        }
        window.addEventListener('pageshow', cameBack);
        form.submit();
    }

    function opener(scope) {
        return scope.KCP_Pay_Execute_Web || scope.KCP_Pay_Execute;
    }

    /* What the acquirer's script calls, by this very name, when its window is done or closed. */
    function completed(FormOrJson, closeEvent) {
        var done = current;
        if (!done || !done.form) {
            return;
        }
        var authentication = {}, error;
        try {
            if (done.scope.GetField) {
                done.scope.GetField(done.form, FormOrJson);
            }
            for (var i = 0; i < RETURNED.length; i++) {
                var input = done.form.elements[RETURNED[i]];
                authentication[RETURNED[i]] = input ? text(input.value) : '';
            }
            error = refusal(authentication);
        } catch (e) {
            error = failure('FAILED', '결제 인증 결과를 읽지 못했어요. 다시 시도해 주세요.', String(e));
        }
        try {
            if (typeof closeEvent === 'function') {
                closeEvent();
            }
        } finally {
            done.settle(error, authentication);
        }
    }

    function refusal(authentication) {
        var code = text(authentication.res_cd);
        if (code === '0000') {
            return null;
        }
        if (code === '' || code === '3001' || code === '7777') {
            return failure('CANCELLED', '결제를 취소했어요.', 'the shopper cancelled or closed the window', code);
        }
        return failure('FAILED', text(authentication.res_msg) || '결제 인증에 실패했어요. 다시 시도해 주세요.',
            'authentication failed with ' + code, code);
    }

    function execute(scope, doc, order, options) {
        scope.m_Completepayment = completed;
        current.scope = scope;
        current.form = makeForm(doc, pcFields(order, options), '', 'euc-kr');
        opener(scope).call(scope, current.form);
    }

    /* The acquirer's script needs a page that is still being read: a frame of our own, of this page's origin. */
    function openInFrame(order, options, settle) {
        var notLoaded = failure('SCRIPT_NOT_LOADED', '결제창을 열지 못했어요. 잠시 후 다시 시도해 주세요.',
            'the acquirer\'s script did not load; check kcpScriptUrl, the network and the page\'s content security policy');
        if (!/^https?:\/\//i.test(text(options.kcpScriptUrl))) {
            settle(notLoaded);
            return;
        }
        var frame = document.createElement('iframe');
        frame.setAttribute('title', '결제');
        frame.style.cssText = 'position:fixed;top:0;left:0;width:100%;height:100%;border:0;z-index:2147483647';
        current.frame = frame;
        document.body.appendChild(frame);
        var inner = frame.contentWindow;
        var doc = inner.document;
        doc.open();
        inner.m_Completepayment = completed;
        doc.write('<!DOCTYPE html><html lang="ko"><head><meta charset="utf-8"><title>결제</title></head><body>'
            + '<script src="' + options.kcpScriptUrl.replace(/&/g, '&amp;').replace(/"/g, '&quot;') + '"><\/script></body></html>');
        doc.close();
        awaitScript(inner, doc, order, options, settle, notLoaded, 0);
    }

    function awaitScript(inner, doc, order, options, settle, notLoaded, waited) {
        var limit = options.scriptTimeoutMillis || 15000;
        if (opener(inner) && doc.readyState === 'complete') {
            try {
                execute(inner, doc, order, options);
            } catch (e) {
                settle(failure('FAILED', '결제창을 열지 못했어요. 잠시 후 다시 시도해 주세요.', 'the acquirer\'s script failed: ' + e));
            }
        } else if (waited >= limit) {
            settle(notLoaded);
        } else {
            window.setTimeout(function () {
                awaitScript(inner, doc, order, options, settle, notLoaded, waited + 50);
            }, 50);
        }
    }

    function start(order, options, done) {
        if (current) {
            done(failure('BUSY', '이미 결제창이 열려 있어요.', 'a payment window is open already'));
            return;
        }
        if (order.responseCode !== '0000' || !order.ordr_idxx) {
            done(failure('ORDER_FAILED', text(order.responseMsg) || '주문하지 못했어요.',
                'the order was refused with ' + text(order.responseCode), text(order.responseCode)));
            return;
        }
        var mine = current = {form: null, scope: null, frame: null, settle: function (error, result) {
            if (current !== mine) {
                return;
            }
            current = null;
            remove(mine.frame || mine.form);
            done(error, result);
        }};
        try {
            if (order.pay_url) {
                if (!/^https?:\/\//i.test(order.pay_url)) {
                    throw new Error('pay_url is not an http or https URL');
                }
                openMobile(order, options, mine.settle);
            } else if (opener(window)) {
                execute(window, document, order, options);
            } else {
                openInFrame(order, options, mine.settle);
            }
        } catch (e) {
            mine.settle(failure('FAILED', '결제창을 열지 못했어요. 잠시 후 다시 시도해 주세요.', String(e)));
        }
    }

    function parsed(json) {
        try {
            return JSON.parse(json) || {};
        } catch (e) {
            return {};
        }
    }

    function open(orderAnswer, options) {
        var settings = options || {};
        function run(resolve, reject) {
            start(typeof orderAnswer === 'string' ? parsed(orderAnswer) : orderAnswer || {}, settings, function (error, authentication) {
                var told = error ? settings.onError : settings.onResult;
                if (told) {
                    told(error || authentication);
                }
                (error ? reject : resolve)(error || authentication);
            });
        }
        if (typeof window.Promise === 'function') {
            var promise = new window.Promise(run);
            if (settings.onError) {
                promise.then(null, function () { /* told already: not an unhandled rejection as well */ });
            }
            return promise;
        }
        run(function () {}, function () {});
    }

    /* Posts an authentication to the merchant's own page as an ordinary UTF-8 form: JSP and PHP read it as parameters. */
    function submit(url, authentication, more) {
        var fields = {};
        function add(name, value) {
            fields[name] = value;
        }
        each(more, add);
        each(authentication, add);
        makeForm(document, fields, url, 'utf-8').submit();
    }

    window.Gyeolje = {open: open, submit: submit};
    /* The acquirer's script looks for this when it loads. */
    window.m_Completepayment = window.m_Completepayment || completed;
}(window));
