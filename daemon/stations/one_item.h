// SPDX-License-Identifier: MIT
// One item of a batch that shares a transaction: what fails in it is undone, and the others stand.
#pragma once

#include <optional>
#include <string>

#include "daemon/store/store.h"

namespace mentoring {

// What failed in `work`, if anything did: its writes are undone, and the transaction still stands. Exceptions
// of ours name operations, letters and fields, never a word of a mail. A disk that is full is nobody's fault:
// that is thrown on, as is whatever took the whole transaction with it.
template <typename Work>
std::optional<std::string> failure_of(Store& store, const Work& work) {
    std::string what;
    Savepoint savepoint(store);
    try {
        work();
        savepoint.release();
        return std::nullopt;
    } catch (const StoreFailure& failure) {
        if (!store.in_transaction() || failure.kind() != StoreFailure::Kind::broken) throw;
        what = failure.what();
    } catch (const std::exception& failure) {
        what = failure.what();
        if (!store.in_transaction())
            throw StoreFailure(StoreFailure::Kind::broken, "the transaction is gone");
    }
    savepoint.roll_back();
    return what;
}

}
