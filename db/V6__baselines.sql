-- What a run's loss has to be set beside, and what tells against its result. Known since the run
-- was first prepared, the last since it ended; of runs older than this, nothing.

alter table run add column period integer;
alter table run add column zero_loss double precision;
alter table run add column zero_val_loss double precision;
alter table run add column last_value_loss double precision;
alter table run add column last_value_val_loss double precision;
alter table run add column seasonal_loss double precision;
alter table run add column seasonal_val_loss double precision;
-- JSON: what its definition was warned of.
alter table run add column warnings varchar(2000);
-- By what share of itself the loss still fell over the last tenth, where that is more than noise.
alter table run add column still_falling double precision;
