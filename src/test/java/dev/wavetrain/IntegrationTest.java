package dev.wavetrain;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;

/**
 * The whole application on a real port, with a database in memory that no other context shares.
 * Name and password of the owner are {@link #OWNER} and {@link #PASSWORD}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.datasource.url=jdbc:h2:mem:${random.uuid};DB_CLOSE_DELAY=-1",
            "wavetrain.owner.name=" + IntegrationTest.OWNER,
            "wavetrain.owner.password=" + IntegrationTest.PASSWORD
        })
public @interface IntegrationTest {

    String OWNER = "owner";
    String PASSWORD = "correct horse";
}
