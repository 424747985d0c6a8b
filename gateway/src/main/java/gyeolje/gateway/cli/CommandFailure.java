package gyeolje.gateway.cli;

import gyeolje.core.merchant.Merchant;
import gyeolje.store.MerchantChange;

/** What was asked for cannot be done; the message is one line that says why. */
final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CommandFailure(String message) {
        super(message);
    }

    static Merchant unlessDone(MerchantChange change) {
        return switch (change) {
            case MerchantChange.Done(var merchant) -> merchant;
            case MerchantChange.Refused(var why) -> throw new CommandFailure(why);
        };
    }
}
