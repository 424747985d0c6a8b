package gyeolje.proof.browser;

import gyeolje.proof.browser.Visitor.Device;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** A story in a browser. Where money moves in a way of its own it is told on each storage. */
@ExtendWith(Stage.class)
abstract class BrowserTest {
    private final Storage storage;
    private final List<Visitor> visitors = new ArrayList<>();

    BrowserTest(Storage storage) {
        this.storage = storage;
    }

    World world() {
        return Stage.world(storage);
    }

    Visitor onPc(String story) {
        return visitor(Device.PC, story);
    }

    Visitor onPhone(String story) {
        return visitor(Device.PHONE, story);
    }

    private Visitor visitor(Device device, String story) {
        var folder =
                World.target().resolve("screenshots").resolve(storage.name().toLowerCase(Locale.ROOT));
        var examining = storage == Storage.SQLITE; // the pages are the same ones on the other
        var visitor = new Visitor(device, world(), examining, new Screenshots(folder, story));
        visitors.add(visitor);
        return visitor;
    }

    /** Any complaint that came late fails the story. */
    @AfterEach
    void everybodyLeaves() {
        visitors.forEach(Visitor::close);
    }
}
