package dev.wavetrain;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that tests can break and stop. */
public final class GatedDataSource extends DelegatingDataSource {

    private volatile boolean broken;
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private final AtomicInteger refused = new AtomicInteger();

    GatedDataSource(DataSource target) {
        super(target);
    }

    public void breakDown() {
        refused.set(0);
        broken = true;
    }

    /** How often somebody was refused since it broke down. */
    public int refused() {
        return refused.get();
    }

    public void stop() {
        gate = new CountDownLatch(1);
    }

    public void heal() {
        broken = false;
        gate.countDown();
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            gate.await();
        } catch (InterruptedException e) {
            throw new SQLException(e);
        }
        if (broken) {
            refused.incrementAndGet();
            throw new SQLTransientConnectionException("the database is down");
        }
        return super.getConnection();
    }

    /** Puts one around the application's database. */
    @TestConfiguration
    public static class Around {

        @Bean
        static BeanPostProcessor gate() {
            return new BeanPostProcessor() {
                @Override
                public Object postProcessAfterInitialization(Object bean, String name) {
                    return bean instanceof DataSource target && name.equals("dataSource")
                            ? new GatedDataSource(target)
                            : bean;
                }
            };
        }
    }
}
