import "server-only";
import { sql } from "@/lib/core/db/sql";

/**
 * The audit log as people read it. Entries about erased records say that they were erased and nothing of what was in them, and an
 * erased person's name and address are not shown with what they did; the rows themselves stay, or the chain would break.
 */
export const shownAuditLog = sql`(
  select l.id, l.tenant_id, l.sequence, l.at, l.operation, l.actor_kind, l.actor_id, l.request_id, l.record_type, l.record_id, l.by_id,
    case when is_actor_erased then 'Erased' else l.actor_name end as actor_name,
    case when is_actor_erased then null else l.address end as address,
    case when exists (select 1 from erased_records e where e.tenant_id = l.tenant_id and e.record_id = l.by_id::text)
      then 'Erased' else l.by_name end as by_name,
    case when is_record_erased then null else l.before end as before,
    case when is_record_erased then '{"erased": true}'::jsonb else l.after end as after
  from audit_log l
    cross join lateral (select
      exists (select 1 from erased_records e where e.tenant_id = l.tenant_id and e.record_id = l.record_id) as is_record_erased,
      exists (select 1 from erased_records e where e.tenant_id = l.tenant_id and e.record_id = l.actor_id::text) as is_actor_erased
    ) erased
) audit_log`;
