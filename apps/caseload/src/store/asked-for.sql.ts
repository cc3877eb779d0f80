/** Who is asked for, of the two in $3, either of whom may be null. */
export const [therapist, supervisor] = ['($3::uuid[])[1]', '($3::uuid[])[2]'];
export const by = (staff: string, column: string) => `(${staff} IS NULL OR ${column} = ${staff})`;

/** Care of that kind ends with the moment in which its successor begins, unless `throughout` counts that one in. */
const lookedAfter = (staff: string, kind: string, client: string, at: string, throughout = '>') =>
  `(${staff} IS NULL OR EXISTS (
  SELECT FROM care_relationship care WHERE care.client_id = ${client} AND care.kind = '${kind}'
    AND care.staff_id = ${staff} AND care.valid_from <= ${at}
    AND (care.valid_to IS NULL OR care.valid_to ${throughout} ${at})))`;

/** Whether the client was then one of the supervisor's team who is asked for, if one is. */
export const ofTeam = (client: string, at: string, throughout?: string) =>
  lookedAfter(supervisor, 'supervisor', client, at, throughout);

/** Whether the client was then treated by the therapist, and of the team, who are asked for. */
export const asked = (client: string, at: string) =>
  `${lookedAfter(therapist, 'primary', client, at)} AND ${ofTeam(client, at)}`;

export const within = (at: string) => `${at} >= $1::timestamptz AND ${at} < $2::timestamptz`;
