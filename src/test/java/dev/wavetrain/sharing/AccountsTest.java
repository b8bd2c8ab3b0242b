package dev.wavetrain.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.wavetrain.IntegrationTest;
import dev.wavetrain.common.Caller;
import dev.wavetrain.common.Conflict;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@IntegrationTest
class AccountsTest {

    @Autowired Accounts accounts;

    @Test
    void settings_make_the_owner_of_an_empty_database() {
        assertThat(accounts.ownerExists()).isTrue();
    }

    @Test
    void a_second_owner_is_refused() {
        assertThatThrownBy(() -> accounts.createOwner("second", "long enough"))
                .isInstanceOf(Conflict.class);
    }

    @Test
    void each_account_has_one_project_of_its_own() {
        SignedIn ada = accounts.create("Ada", "analytical engine");
        SignedIn joan = accounts.create("Joan", "eniac programmer");
        Caller one = accounts.caller(ada.user());
        Caller two = accounts.caller(joan.user());
        assertThat(one.projects()).containsExactly(one.home());
        assertThat(one.sees(two.home())).isFalse();
    }

    @Test
    void names_that_look_alike_are_one_name() {
        accounts.create("Grace", "nanoseconds");
        assertThatThrownBy(() -> accounts.create("ｇｒａｃｅ", "nanoseconds"))
                .isInstanceOf(Conflict.class);
    }
}
