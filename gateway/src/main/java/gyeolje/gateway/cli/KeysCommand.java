package gyeolje.gateway.cli;

import gyeolje.store.MasterKey;
import gyeolje.store.Resealing;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Changes the master key. */
@Command(
        name = "keys",
        description = {
            "Makes a master key, and seals the whole store anew with it while gateways run (docs/operations.md).",
            "마스터 키를 만들고, 게이트웨이를 멈추지 않은 채 저장소를 새 키로 다시 암호화해요."
        },
        subcommands = KeysCommand.ReEncrypt.class,
        mixinStandardHelpOptions = true)
public final class KeysCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "say what to do: make or re-encrypt");
    }

    @Command(
            name = "make",
            description = "Writes a new master key to a new file that only its owner may read.",
            mixinStandardHelpOptions = true)
    int make(@Option(names = "--file", required = true, paramLabel = "FILE") Path file) {
        MasterKey.generate(file);
        spec.commandLine().getOut().println("made " + file + ": keep a copy apart from the database");
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** The store, sealed anew. */
    @Command(
            name = "re-encrypt",
            description = {
                "Seals whatever the second master key sealed anew with the master key; both must be configured.",
                "May run beside gateways that have both keys. One that was cut short is simply run again."
            },
            mixinStandardHelpOptions = true)
    static final class ReEncrypt implements Callable<Integer> {
        private static final long TELL_EVERY = 10_000;

        @Mixin
        private ConfigOption config = new ConfigOption();

        @Spec
        private CommandSpec spec = CommandSpec.create();

        private long told;

        @Override
        public Integer call() {
            var settings = config.settings();
            if (settings.store().secondMasterKey().isEmpty()
                    && settings.store().secondMasterKeyFile().isEmpty())
                throw new CommandFailure("configure the old key as store.second-master-key-file first");
            var done = StoreTool.withExisting(
                    settings, store -> store.resealing(WhoIsIt.name()).run(this::tell));
            print("done: %,d values looked at, %,d sealed anew; the second master key opens nothing any more", done);
            return 0;
        }

        private void tell(Resealing.Progress progress) {
            if (progress.looked() - told < TELL_EVERY) return;
            told = progress.looked();
            print("  %,d values looked at, %,d sealed anew", progress);
        }

        private void print(String format, Resealing.Progress progress) {
            var out = spec.commandLine().getOut();
            out.println(String.format(Locale.ROOT, format, progress.looked(), progress.resealed()));
            out.flush();
        }
    }
}
