package dev.wavetrain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on a real port, with a database that no other context shares. Name and
 * password of the owner are {@link #OWNER} and {@link #PASSWORD}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@DatabaseTest
@ContextConfiguration(initializers = TestDatabase.Fresh.class)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "wavetrain.owner.name=" + IntegrationTest.OWNER,
            "wavetrain.owner.password=" + IntegrationTest.PASSWORD
        })
public @interface IntegrationTest {

    String OWNER = "owner";
    String PASSWORD = "correct horse";
}
