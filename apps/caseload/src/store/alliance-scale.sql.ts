/** The rule set in force: of those that were ever put in force the last one. */
const inForce = `(SELECT rule_set, rule_set_version FROM rule_set_activation
  ORDER BY activated_at DESC, rule_set, rule_set_version LIMIT 1)`;

/** The scales that stand for the alliance now, in each version of their instruments that is known. */
export const allianceScales = `
  SELECT watched.position AS place, known.* FROM alliance_scale watched
  JOIN scale known ON known.instrument_url = watched.instrument_url AND known.code = watched.scale
  WHERE (watched.rule_set, watched.rule_set_version) = ${inForce} AND known.max > known.min`;
