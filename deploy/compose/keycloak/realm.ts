import { type DemoStaff, demoPassword } from '@attune/local';

/** Keycloak puts its own environment in while it imports: one place says what the gateway is told too. */
const origin = '${PUBLIC_URL}';
const clientSecret = '${OIDC_CLIENT_SECRET}';

/** The realm that Keycloak imports at its first start: the gateway as its client, and the demo people. */
export const realm = (staff: readonly DemoStaff[]) => ({
  realm: 'attune',
  enabled: true,
  // Keycloak's word for "plain HTTP will do": this realm is for one machine.
  sslRequired: 'none',
  loginWithEmailAllowed: false,
  roles: { realm: [...new Set(staff.flatMap(({ roles }) => roles))].map((name) => ({ name })) },
  clients: [client],
  components: { 'org.keycloak.userprofile.UserProfileProvider': [userProfile] },
  users: staff.map(({ personId, username, name, roles, zone }) => ({
    username,
    enabled: true,
    firstName: name.slice(0, name.lastIndexOf(' ')),
    lastName: name.slice(name.lastIndexOf(' ') + 1),
    attributes: { person: [personId], zoneinfo: [zone] },
    credentials: [{ type: 'password', value: demoPassword, temporary: false }],
    realmRoles: roles,
  })),
});

const intoTokens = { 'access.token.claim': 'true', 'id.token.claim': 'true', 'jsonType.label': 'String' };
const mapper = (name: string, protocolMapper: string, config: object) => ({
  name,
  protocol: 'openid-connect',
  protocolMapper,
  config,
});

const client = {
  clientId: 'attune-web',
  name: 'Attune',
  enabled: true,
  protocol: 'openid-connect',
  publicClient: false,
  secret: clientSecret,
  standardFlowEnabled: true,
  directAccessGrantsEnabled: false,
  redirectUris: [`${origin}/auth/callback`],
  attributes: {
    'pkce.code.challenge.method': 'S256',
    'post.logout.redirect.uris': `${origin}/`,
    // RFC 9068: services take tokens of the type at+jwt only, so that an ID token does not pass for one.
    'access.token.header.type.rfc9068': 'true',
  },
  protocolMappers: [
    mapper('person', 'oidc-usermodel-attribute-mapper', {
      'user.attribute': 'person',
      'claim.name': 'person',
      ...intoTokens,
    }),
    mapper('zone', 'oidc-usermodel-attribute-mapper', {
      'user.attribute': 'zoneinfo',
      'claim.name': 'zoneinfo',
      ...intoTokens,
    }),
    mapper('roles', 'oidc-usermodel-realm-role-mapper', {
      'claim.name': 'roles',
      multivalued: 'true',
      ...intoTokens,
    }),
    mapper('audience', 'oidc-audience-mapper', {
      'included.custom.audience': 'attune-api',
      'access.token.claim': 'true',
      'id.token.claim': 'false',
    }),
  ],
};

/** Attributes that the profile does not name are dropped at import; administrators alone may change them. */
const userProfile = {
  providerId: 'declarative-user-profile',
  config: {
    'kc.user.profile.config': [
      JSON.stringify({
        // Keycloak does without none of these four; its own profile would ask each person for an email first.
        attributes: ['username', 'email', 'firstName', 'lastName'].map((name) => ({
          name,
          permissions: { view: ['admin', 'user'], edit: ['admin'] },
        })),
        unmanagedAttributePolicy: 'ADMIN_EDIT',
      }),
    ],
  },
};
