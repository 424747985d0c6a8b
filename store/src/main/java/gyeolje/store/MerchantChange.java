package gyeolje.store;

import gyeolje.core.merchant.Merchant;

/** What became of a change to a merchant. */
public sealed interface MerchantChange {
    record Done(Merchant merchant) implements MerchantChange {}

    /** Nothing changed; says why, in words for the operator. */
    record Refused(String why) implements MerchantChange {}
}
