import { withClient } from '@attune/local';

export interface Size {
  readonly clients: number;
  readonly scores: number;
}

/** One person of each kind whom the measured calls are made as. */
export const therapist = '00000000-0000-4000-8000-000000000001';
export const supervisor = '00000000-0000-4000-8001-000000000001';

const [therapists, supervisors] = [800, 40];
const scales = ['total', 'bond', 'goals', 'tasks'];
const instrument = 'https://attune.example/instruments/attune-alliance-check-in';

const givenNames = [
  ...[
    'Anna',
    'Andreas',
    'Bruno',
    'Carla',
    'Deniz',
    'Elif',
    'Emma',
    'Farid',
    'Greta',
    'Hanna',
    'Ines',
    'Jonas',
  ],
  ...['Karim', 'Lena', 'Mia', 'Noah', 'Olga', 'Paul', 'Priya', 'Ravi', 'Sara', 'Tariq', 'Uma', 'Zoe'],
];
const syllables = [
  'ba',
  'den',
  'fel',
  'gro',
  'hau',
  'kim',
  'lor',
  'mün',
  'nau',
  'per',
  'ros',
  'sta',
  'tal',
  'wen',
];

/** A member of a list for row `i`; the factor keeps columns from moving together. */
const pick = (list: readonly string[], factor: number, i = 'i') =>
  `(ARRAY[${list.map((word) => `'${word}'`).join(',')}])[1 + (${i} * ${factor} / 7) % ${list.length}]`;
/** A whole number below `n` that looks like chance and is the same each time. */
const chance = (n: number, salt: number, i = 'i') =>
  `(abs(hashint8(${i}::bigint * 1000 + ${salt})::bigint) % ${n})`;

const name = `${pick(givenNames, 31)} || ' ' || initcap(${pick(syllables, 13)} || ${pick(syllables, 101)} || ${pick(syllables, 1009)}) || ' ' || i`;
const staff = (kind: number, number: string) =>
  `('00000000-0000-4000-800${kind}-' || lpad((${number})::text, 12, '0'))::uuid`;
const clientId = "('10000000-0000-4000-8000-' || lpad(i::text, 12, '0'))::uuid";
const treating = staff(0, `1 + i % ${therapists}`);
// One in twelve has finished therapy.
const ended = 'i % 12 = 0';
const alerts = `CASE ${chance(10, 1)} WHEN 0 THEN jsonb_build_array(jsonb_build_object('alertId', gen_random_uuid(),
  'concern', 'alliance', 'severity', (ARRAY['low', 'medium', 'high'])[1 + i % 3], 'status', 'open',
  'raisedAt', '2026-11-20T10:00:00.000Z')) ELSE '[]' END`;

/** The total alone stands for the alliance, as the rules that ship say; `allianceChoice` of the service says it so. */
const watched = `
  INSERT INTO rule_set_activation VALUES ('bench', 1, now());
  INSERT INTO alliance_scale VALUES ('bench', 1, 0, '${instrument}', 'total');
  INSERT INTO scale SELECT '${instrument}', '1.0.0', scale, 'Check-in', scale, 0, 12, 60, true, '[]'
    FROM unnest(ARRAY[${scales.map((scale) => `'${scale}'`).join(',')}]) scale`;
const choice = `SELECT md5(concat_ws(' ', 0::smallint, '${instrument}', '1.0.0', 'total', 12::float8, 60::float8, true))`;

const entries = `
  INSERT INTO client_entry (client_id, name, sort_name, therapist_id, last_session_at, last_score, last_score_band,
    last_score_at, last_score_change, trend, alerts, risk, reasons, missed_in_a_row, missed_lately,
    requests_due, requests_answered, requests_silent, last_answer_at, care_since, attrition, factors, reassess_at,
    next_session_at, sessions_ahead, last_score_instrument, last_score_scale, last_score_min, last_score_max,
    last_score_higher_is_better, alliance_choice)
  SELECT ${clientId}, ${name}, lower(${name}), CASE WHEN NOT (${ended}) THEN ${treating} END,
    CASE WHEN i % 17 > 0 THEN now() - ${chance(90_000, 2)} * interval '1 minute' END,
    CASE WHEN i % 11 > 0 THEN 12 + ${chance(49, 3)} END, CASE WHEN i % 11 > 0 THEN 'moderate' END,
    CASE WHEN i % 11 > 0 THEN now() - ${chance(90_000, 2)} * interval '1 minute' END,
    CASE WHEN i % 11 > 1 THEN ${chance(31, 4)} - 15 END,
    ARRAY(SELECT (12 + ${chance(49, 5, '(i + n)')})::float8 FROM generate_series(1, 8) n), ${alerts},
    ${chance(101, 6)}, ARRAY['The last score lies below the cut-off'], ${chance(4, 7)}, ${chance(6, 8)},
    20, ${chance(21, 9)}, ${chance(4, 10)}, now() - ${chance(90_000, 2)} * interval '1 minute',
    now() - ${chance(700, 11)} * interval '1 day', ${chance(11, 12)},
    '[{"code":"silence","weight":1,"reason":"2 requests in a row without an answer"}]',
    now() + (1 + ${chance(40, 13)}) * interval '1 day',
    CASE WHEN i % 6 > 0 THEN now() + ${chance(20_000, 14)} * interval '1 minute' END, i % 6,
    '${instrument}', 'total', 12, 60, true, (${choice})
  FROM generate_series(1, $1) i`;

const care = `
  INSERT INTO care_relationship
  SELECT gen_random_uuid(), ${clientId}, ${treating}, 'primary', now() - interval '2 years',
    CASE WHEN ${ended} THEN now() - interval '20 days' END FROM generate_series(1, $1) i
  UNION ALL
  SELECT gen_random_uuid(), ${clientId}, ${staff(1, `1 + i % ${supervisors}`)}, 'supervisor', now() - interval '2 years',
    NULL FROM generate_series(1, $1) i`;

const sessions = `
  INSERT INTO session
  SELECT uuidv7(), ${clientId}, ${treating}, starts, starts + interval '50 minutes', 'Europe/Berlin',
    CASE WHEN week < 0 THEN 'booked' WHEN (i + week) % 9 = 0 THEN 'missed' ELSE 'completed' END
  FROM generate_series(1, $1) i, generate_series(-2, 9) week,
    LATERAL (SELECT now() - week * interval '7 days' - ${chance(9_000, 14)} * interval '1 minute' AS starts)`;

const scores = `
  INSERT INTO course_point (response_id, scale, client_id, instrument_url, instrument_version, value, band, answered_at)
  SELECT response, scale, client, '${instrument}', '1.0.0', value, 'moderate', at
  FROM (SELECT uuidv7() AS response, ${clientId} AS client, 12 + ${chance(49, 15, '(i * 50 + n)')} AS value,
      now() - (n * 7) * interval '1 day' - i * interval '1 second' AS at
    FROM generate_series($2, 1, -1) n, generate_series(1, $1) i) response,
    unnest(ARRAY[${scales.map((scale) => `'${scale}'`).join(',')}]) scale`;

const staffNames = `
  INSERT INTO staff SELECT ${staff(0, 'i')}, 'Therapist ' || i FROM generate_series(1, ${therapists}) i
  UNION ALL SELECT ${staff(1, 'i')}, 'Supervisor ' || i FROM generate_series(1, ${supervisors}) i`;

/** Rows as the events of years would have left them, in a few large statements. */
export async function fill(databaseUrl: string, { clients, scores: wanted }: Size): Promise<void> {
  await withClient(databaseUrl, async (client) => {
    await client.query('SET search_path = caseload, public');
    await client.query(watched);
    await client.query(entries, [clients]);
    await client.query(
      `INSERT INTO client_words
       SELECT client_id, array_to_tsvector(string_to_array(replace(sort_name, 'ü', 'u'), ' ')) FROM client_entry`,
    );
    await client.query(care, [clients]);
    await client.query(staffNames);
    await client.query(sessions, [clients]);
    await client.query(scores, [clients, Math.ceil(wanted / clients / scales.length)]);
    // What autovacuum does by and by in a database that fills in years.
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  });
}
