package gyeolje.proof.money;

import gyeolje.proof.world.AtOnce;
import gyeolje.proof.world.Place;
import gyeolje.proof.world.World;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever the acquirer does to an answer, the merchant hears the truth or "unknown", and the money ends where the answer says. Most
 * of it is waiting, so each operation has a gateway and an acquirer of its own, and all of them wait at once.
 */
abstract class FaultsContract {
    private static final List<Play> PLAYS = List.of(
            Faults::everyFaultOfAnApproval,
            Faults::everyFaultOfTheInquiryThatSettlesADoubt,
            Faults::everyFaultOfACancel,
            Faults::theAcquirerKnowsNothingOfATradeForAWhile,
            Faults::everyFaultOfARegistrationLeavesTheOrderFree);

    @TempDir
    private Path folder = Path.of(".");

    abstract Place place(Path folder) throws Exception;

    @FunctionalInterface
    private interface Play {
        void in(Faults faults) throws Exception;
    }

    @Test
    void whateverTheAcquirerDoesMoneyEndsWhereTheAnswerSays() throws Exception {
        var opened = new ArrayList<Faults>();
        try {
            var all = new ArrayList<Callable<Boolean>>();
            for (var play : PLAYS) {
                var own = Files.createDirectory(folder.resolve("world" + opened.size()));
                var faults = new Faults(World.hasty(own, place(own)));
                opened.add(faults);
                all.add(() -> {
                    play.in(faults);
                    return true;
                });
            }
            AtOnce.run(all);
        } finally {
            opened.forEach(Faults::close);
        }
    }
}
