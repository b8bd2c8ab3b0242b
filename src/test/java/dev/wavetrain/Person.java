package dev.wavetrain;

import dev.wavetrain.common.Caller;
import dev.wavetrain.sharing.Accounts;
import dev.wavetrain.sharing.SignedIn;
import org.springframework.context.ApplicationContext;

/** Somebody with an account of their own, as scripts and services know them. */
public record Person(SignedIn account, Accounts accounts, ApiClient client) {

    public static final String PASSWORD = "long enough";

    public static Person make(ApplicationContext context, int port) {
        Accounts accounts = context.getBean(Accounts.class);
        SignedIn account = accounts.create(ApiClient.uniqueName(), PASSWORD);
        return new Person(account, accounts, ApiClient.nobody(port).as(account.name(), PASSWORD));
    }

    public String name() {
        return account.name();
    }

    public String id() {
        return account.account().toString();
    }

    public Caller caller() {
        return accounts.caller(account.user());
    }
}
