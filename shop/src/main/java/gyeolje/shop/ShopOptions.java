package gyeolje.shop;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a shop needs to know to open.
 *
 * @param gateway base address of the gateway
 * @param key the merchant's apiCertKey
 * @param port 0 for any free one
 * @param kcpScript address of KCP's script for the PC window
 * @param data where orders survive a restart; in memory only when absent
 */
public record ShopOptions(
        URI gateway, String merchant, String key, String host, int port, URI kcpScript, Optional<Path> data) {

    public static final String DEFAULT_HOST = "127.0.0.1";
    public static final int DEFAULT_PORT = 8070;
    public static final String DEFAULT_KCP_SCRIPT = "http://127.0.0.1:8090/plugin/payplus_web.jsp";

    public ShopOptions {
        requireHttp(gateway, "gateway");
        requireHttp(kcpScript, "kcp-script");
        if (merchant.isBlank())
            throw new IllegalArgumentException("merchant is empty; give the id that the gateway knows");
        if (key.isBlank()) throw new IllegalArgumentException("key is empty; give the merchant's apiCertKey");
        if (port < 0 || port > 65_535) throw new IllegalArgumentException("port must be 0 to 65535, not " + port);
    }

    /** A shop in memory on the default address. */
    public static ShopOptions of(URI gateway, String merchant, String key) {
        return new ShopOptions(
                gateway, merchant, key, DEFAULT_HOST, DEFAULT_PORT, URI.create(DEFAULT_KCP_SCRIPT), Optional.empty());
    }

    public ShopOptions withPort(int other) {
        return new ShopOptions(gateway, merchant, key, host, other, kcpScript, data);
    }

    public ShopOptions withKcpScript(URI other) {
        return new ShopOptions(gateway, merchant, key, host, port, other, data);
    }

    public ShopOptions withData(Path directory) {
        return new ShopOptions(gateway, merchant, key, host, port, kcpScript, Optional.of(directory));
    }

    private static void requireHttp(URI uri, String name) {
        var scheme = String.valueOf(uri.getScheme());
        if (!(scheme.equals("http") || scheme.equals("https")) || uri.getHost() == null)
            throw new IllegalArgumentException(name + " must be an http or https address, not " + uri);
    }

    /** Without the key, which belongs in no log. */
    @Override
    public String toString() {
        return "ShopOptions[gateway=" + gateway + ", merchant=" + merchant + ", host=" + host + ", port=" + port
                + ", kcpScript=" + kcpScript + ", data=" + data + "]";
    }
}
