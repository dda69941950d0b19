/** What the second version of every example adds: a kernel parameter that none of them sets. */
export const SECOND_SETTING = { key: 'kernel.pid_max', value: '131072' } as const;
