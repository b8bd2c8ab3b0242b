package dev.wavetrain.sharing.internal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** Whose account somebody of an issuer has. */
public interface OpenIdIdentityRows extends ListCrudRepository<OpenIdIdentityEntity, UUID> {

    Optional<OpenIdIdentityEntity> findByIssuerAndSubject(String issuer, String subject);

    Optional<OpenIdIdentityEntity> findByAccountIdAndIssuer(UUID accountId, String issuer);
}
