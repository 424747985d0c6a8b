package gyeolje.gateway;

import gyeolje.gateway.flow.Patience;
import gyeolje.gateway.flow.Time;
import gyeolje.gateway.log.KnownSecrets;
import gyeolje.gateway.settings.PrivateFile;
import gyeolje.gateway.settings.Settings;
import gyeolje.kcp.KcpSettings;
import gyeolje.store.MasterKey;
import gyeolje.store.StoreSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The operator's settings in the words of each adapter. */
public final class Adapters {
    private static final Logger LOG = LoggerFactory.getLogger(Adapters.class);

    private static final String SQLITE = "sqlite:";

    static KcpSettings kcp(Settings settings) {
        var kcp = settings.kcp();
        KnownSecrets.hide(kcp.privateKeyPassword());
        return new KcpSettings(
                kcp.siteCode(),
                kcp.certificate(),
                kcp.privateKey(),
                kcp.privateKeyPassword(),
                new KcpSettings.Addresses(kcp.registerUrl(), kcp.approveUrl(), kcp.cancelUrl(), kcp.inquiryUrl()),
                kcp.inquiryByOrder(),
                KcpSettings.Timing.of(
                        kcp.connectTimeout(),
                        kcp.deadline(),
                        settings.resolver().firstDelay()),
                KcpSettings.Pools.DEFAULT.approving(kcp.connections(), 4 * kcp.connections()));
    }

    public static StoreSettings store(Settings settings, Time time) {
        var usual = StoreSettings.of(settings.store().url(), masterKeys(settings.store()), time);
        return new StoreSettings(
                usual.url(),
                usual.key(),
                usual.clock(),
                usual.role(),
                usual.sessions(),
                usual.readers(),
                usual.queue(),
                Patience.RECORDING);
    }

    /** The key that seals, and while it is being changed one that only opens. */
    private static MasterKey masterKeys(Settings.Store store) {
        var key = masterKey(store);
        if (!store.secondMasterKey().isEmpty()) return key.with(written(store.secondMasterKey()));
        return store.secondMasterKeyFile()
                .map(file -> key.with(inFile("store.second-master-key-file", file)))
                .orElse(key);
    }

    /** With KCP's live hosts its key must be nobody else's; a test key is often one that many have. */
    static void lookAtFiles(Settings settings, KcpSettings kcp) {
        if (kcp.isLive()) PrivateFile.require("kcp.private-key", kcp.privateKey());
        else PrivateFile.advise("kcp.private-key", kcp.privateKey());
        var url = settings.store().url();
        if (url.startsWith(SQLITE)) PrivateFile.advise("store.url", Path.of(url.substring(SQLITE.length())));
    }

    private static MasterKey masterKey(Settings.Store store) {
        if (!store.masterKey().isEmpty()) return written(store.masterKey());
        var file = store.masterKeyFile();
        if (!Files.exists(file)) {
            LOG.warn("made a new master key in {}: keep a copy, without it the store cannot be read", file);
            MasterKey.generate(file);
        }
        return inFile("store.master-key-file", file);
    }

    private static MasterKey written(String base64) {
        KnownSecrets.hide(base64.strip());
        return MasterKey.of(base64);
    }

    private static MasterKey inFile(String key, Path file) {
        PrivateFile.require(key, file);
        return written(MasterKey.textOf(file));
    }

    private Adapters() {}
}
