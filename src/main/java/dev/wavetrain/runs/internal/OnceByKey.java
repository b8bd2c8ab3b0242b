package dev.wavetrain.runs.internal;

import java.util.Objects;
import java.util.function.Supplier;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A transaction for a request whose key may come twice at once. */
@Component
class OnceByKey {

    private final TransactionTemplate transaction;

    OnceByKey(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param work gives what the key has made already, or makes it
     */
    <T> T run(@Nullable String key, Supplier<T> work) {
        try {
            return inTransaction(work);
        } catch (ConstraintViolationException raced) {
            // The same request came twice at once: the other one has made it.
            if (key == null) {
                throw raced;
            }
            return inTransaction(work);
        }
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> work.get()));
    }
}
