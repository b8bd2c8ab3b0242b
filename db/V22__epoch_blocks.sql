-- A hundred epochs each, so that the chart of a very long run need not read all of its epochs.
-- Blocks end at whole hundreds; the epochs after the last whole block are in run_epoch alone.

create table run_epoch_block (
    run_id    uuid not null references run (id),
    -- The last of its epochs.
    epoch     integer not null,
    -- At that epoch, and the lowest and the highest within the block: null where none is a number.
    loss      double precision not null,
    loss_low  double precision,
    loss_high double precision,
    val_loss  double precision,
    val_low   double precision,
    val_high  double precision,
    primary key (run_id, epoch)
);

insert into run_epoch_block (run_id, epoch, loss, loss_low, loss_high, val_loss, val_low, val_high)
    select b.run_id, b.last_epoch, e.loss, b.loss_low, b.loss_high, e.val_loss, b.val_low, b.val_high
    from (
        select run_id, max(epoch) as last_epoch,
               min(nullif(loss, cast('NaN' as double precision))) as loss_low,
               max(nullif(loss, cast('NaN' as double precision))) as loss_high,
               min(nullif(val_loss, cast('NaN' as double precision))) as val_low,
               max(nullif(val_loss, cast('NaN' as double precision))) as val_high
        from run_epoch
        group by run_id, (epoch - 1) / 100
        having count(*) = 100
    ) b join run_epoch e on e.run_id = b.run_id and e.epoch = b.last_epoch;
