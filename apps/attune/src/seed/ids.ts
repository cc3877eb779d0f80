import { v5 } from 'uuid';

const namespace = '0a77e000-5eed-4000-8000-000000000000';

/** The same name gives the same id, so an import that is sent again changes nothing. */
export const seedId = (...name: readonly (string | number)[]) => v5(name.join('/'), namespace);
