// node --import ./.config/source-loader.mjs deploy/compose/keycloak/write-realm.ts
import { writeFileSync } from 'node:fs';
import { demoStaff } from '@attune/local';
import { realm } from './realm.ts';

const file = new URL('attune-realm.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(realm(demoStaff), null, 2)}\n`);
