package dev.wavetrain.sharing.internal;

import org.springframework.data.jpa.repository.JpaRepository;

/** The stored server row: there from the moment somebody owns the server. */
public interface ServerRow extends JpaRepository<ServerEntity, Short> {}
