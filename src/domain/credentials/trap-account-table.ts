/** When the list below was last looked at. It grows; that an account is not on it proves nothing. */
export const TRAP_ACCOUNTS_KNOWN_AS_OF = '2026-11'

/**
 * Accounts whose keys are laid out as traps: any call with them, GetCallerIdentity too, tells their owner.
 * @see https://github.com/trufflesecurity/trufflehog/blob/main/pkg/detectors/aws/canary.go
 */
export const TRAP_ACCOUNTS: ReadonlySet<string> = new Set([
  '052310077262',
  '171436882533',
  '534261010715',
  '595918472158',
  '717712589309',
  '819147034852',
  '992382622183',
  '730335385048',
  '266735846894',
  '893192397702',
  '044858866125',
  '251535659677',
  '344043088457',
  '351906852752',
  '390477818340',
  '426127672474',
  '427150556519',
  '439872796651',
  '445142720921',
  '465867158099',
  '637958123769',
  '693412236332',
  '732624840810',
  '735421457923',
  '959235150393',
  '982842642351',
])
