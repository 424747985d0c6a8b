package gyeolje.gateway;

import gyeolje.core.value.ApiCertKey;
import gyeolje.gateway.settings.SettingsException;
import gyeolje.kcp.KcpSettings;
import gyeolje.store.Merchants;

/** The key of the demo's merchant is printed in the protocol's specification, so everybody knows it. */
public final class DemoKey {
    public static final ApiCertKey KEY = new ApiCertKey("25bcd7a82f5b4058818462cc7715964c");

    static void refuseWhenLive(KcpSettings kcp, Merchants merchants) {
        if (!kcp.isLive()) return;
        for (var merchant : merchants.list()) {
            if (merchant.keys().contains(KEY))
                throw new SettingsException("merchant " + merchant.id()
                        + " uses the specification's sample key, and kcp.approve-url is KCP's live host:"
                        + " give it a key of its own with `gyeolje merchant rotate-key`");
        }
    }

    private DemoKey() {}
}
