/** Who may listen to live notices: everybody who works in the clinic. */
export const liveRoles = ['therapist', 'supervisor', 'clinic-lead', 'operations', 'admin'] as const;
