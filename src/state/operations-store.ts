import { isKeyIdShaped } from '#domain/credentials/key-id-shape.ts'
import { createStore } from 'zustand/vanilla'
import { Secret } from '#domain/credentials/secret.ts'
import type { Diagnosis } from '#domain/diagnosis/finding.ts'
import type { SigningCredentials } from '#domain/ports.ts'
import { chosenCredentials } from '#domain/session/desk.ts'
import type { Session } from '#domain/session/session.ts'
import { deskOf, secretsHeld } from '#domain/session/tray.ts'
import type { HeaderValue, SentRequest, StsReply } from '#domain/sts/call.ts'
import type { OperationDescriptor, OperationName } from '#domain/sts/operations/descriptor.ts'
import type { OperationDone, OperationOutcome } from '#domain/sts/operations/read-reply.ts'
import { valuesOf } from './chosen.ts'
import { diagnosisFactsOf } from './diagnosis-facts.ts'
import type {
  OperationCall,
  OperationsKit,
  OperationsServices,
  OperationsState,
  OperationsStore,
  SettledOperation,
} from './operations-services.ts'
import { LIMIT_MS } from './session-core.ts'
import type { SessionServices, SessionStore } from './session-services.ts'

type Services = OperationsServices &
  Pick<SessionServices, 'clock' | 'kit' | 'loadDiagnose' | 'explain'>

/** What the form of an operation is about to send. */
type Order = {
  readonly descriptor: OperationDescriptor
  readonly kit: OperationsKit
  readonly values: SettledOperation['values']
  readonly secrets: Readonly<Record<string, Secret>>
  /** What was on the desk when the button was pressed. */
  readonly state: Session
}

/** The store of the operations' forms: what was typed into them, and what came of the last call of each. */
export function createOperationsStore(services: Services, session: SessionStore): OperationsStore {
  const store = createStore<OperationsState>()((set, get) => {
    let flight: AbortController | null = null
    const show = (operation: OperationName, call: OperationCall): void =>
      set({ calls: { ...get().calls, [operation]: call } })

    /** Sends it with what is on the desk. Null where there is nothing to sign with, or nowhere to send to. */
    const send = async (
      { descriptor, values, secrets, state }: Order,
      signal: AbortSignal,
    ): Promise<StsReply | null> => {
      const { target } = state
      const endpoint = services.kit()?.resolve(target)
      const { accessKeyId, secretAccessKey, sessionToken } = valuesOf(chosenCredentials(state))
      const credentials: SigningCredentials | null =
        descriptor.isSigned && accessKeyId && secretAccessKey
          ? { accessKeyId, secretAccessKey, sessionToken }
          : null
      if (endpoint?.kind !== 'offered' || (descriptor.isSigned && !credentials)) return null
      const count = (change: 1 | -1): void => {
        if (target.kind !== 'sandbox') session.getState().actions.count(change)
      }
      const gateway = await services.loadOperationsGateway(target.kind).catch(() => null)
      if (!gateway) return { kind: 'not-sent', why: 'chunk-unavailable', message: '' }
      count(1)
      const order = { operation: descriptor.name, values: { ...values, ...secrets }, credentials }
      const reply = await gateway.perform(order, endpoint, { signal, limitMs: LIMIT_MS })
      if (reply.kind === 'not-sent') count(-1)
      return reply
    }

    const explain = async (
      { descriptor, state, secrets }: Order,
      outcome: OperationOutcome,
      reply: StsReply,
    ): Promise<Diagnosis | null> => {
      const kit = services.kit()
      if (!kit || outcome.kind === 'done' || outcome.kind === 'cancelled') return null
      const facts = diagnosisFactsOf(kit, {
        state,
        now: services.clock.now(),
        reply,
        outcome,
        endpoint: kit.resolve(state.target),
        tried: null,
      })
      try {
        if (outcome.kind !== 'refused') return (await services.loadDiagnose())(outcome, facts)
        const text = `An error occurred (${outcome.code}) when calling the ${descriptor.name} operation: ${outcome.message}`
        const { secretAccessKey, sessionToken } = valuesOf(chosenCredentials(state))
        const signing = [secretAccessKey, sessionToken].filter((secret) => secret !== null)
        const beside = {
          credentials: descriptor.isSigned ? facts.credentials : null,
          expiration: facts.expiration,
          now: services.clock.now(),
          tried: null,
          secrets: [...Object.values(secrets), ...signing],
        }
        return await services.explain(text, beside)
      } catch {
        return null
      }
    }

    /** Puts minted credentials into the tray; gives their number. */
    const hold = (order: Order, done: OperationDone): number | null => {
      if (!done.credentials) return null
      const { state } = order
      const { accessKeyId, secretAccessKey, sessionToken, expiration } = done.credentials
      const parent = order.descriptor.isSigned ? state.open : null
      const desk = parent === null ? null : deskOf(state, parent)
      const caller = desk?.call.kind === 'settled' ? desk.call.identity : null
      const made = state.held.find(({ id }) => id === parent)?.origin
      const known = caller ?? (made?.kind === 'minted' ? made.identity : null)
      const read = (name: string, value: Secret) => ({ value, found: { name, line: null } })
      const asked = order.values['DurationSeconds']
      return session.getState().actions.addMinted(
        {
          accessKeyId: read('AccessKeyId', accessKeyId),
          secretAccessKey: read('SecretAccessKey', secretAccessKey),
          sessionToken: read('SessionToken', sessionToken),
          expiration:
            expiration === null
              ? null
              : { instant: expiration, found: { name: 'Expiration', line: null } },
          region: null,
          profile: null,
        },
        {
          kind: 'minted',
          operation: order.descriptor.name,
          parent,
          at: services.clock.now(),
          durationSeconds: typeof asked === 'string' && asked !== '' ? Number(asked) : null,
          hasMfa: 'TokenCode' in order.secrets,
          identity: order.kit.identityOf(order.descriptor, done, known),
        },
        state,
      )
    }

    /** What came of it; null where it was cleared away meanwhile. */
    const settle = async (
      order: Order,
      reply: StsReply,
      isCurrent: () => boolean,
    ): Promise<SettledOperation | null> => {
      const { descriptor, kit, values, secrets, state } = order
      const sent = [...Object.values(secrets), ...secretsHeld(state)]
      const outcome = kit.readReply(descriptor, reply, sent)
      const hidden = [...sent, ...kit.secretsIn(outcome)]
      const response = reply.kind === 'answered' ? reply.response : null
      const request = reply.kind === 'not-sent' ? null : reply.request
      const shown = {
        request: request && withoutSecrets(request),
        response: response && { ...response, body: kit.redact(response.body, hidden) },
      }
      const diagnosis = await explain(order, outcome, reply)
      if (!isCurrent()) return null
      return {
        ...shown,
        kind: 'settled',
        outcome: outcome.kind === 'done' ? { ...outcome, credentials: null } : outcome,
        diagnosis,
        tookMs: reply.kind === 'not-sent' ? 0 : reply.timing.tookMs,
        clockDifferenceMs: services.kit()?.clockDifference(reply) ?? null,
        at: services.clock.now(),
        values,
        target: state.target,
        signedBy: descriptor.isSigned ? state.open : null,
        minted: outcome.kind === 'done' ? hold(order, outcome) : null,
      }
    }

    return {
      isShown: false,
      open: null,
      values: {},
      calls: {},
      actions: {
        show: (isShown) => set({ isShown }),
        open: (operation) => set({ open: operation, isShown: true }),
        fill: (operation, values) =>
          set({
            open: operation,
            isShown: true,
            values: { ...get().values, [operation]: { ...get().values[operation], ...values } },
          }),
        keep: (operation, name, value) =>
          set({
            values: {
              ...get().values,
              [operation]: { ...get().values[operation], [name]: value },
            },
          }),
        call: async (operation, given) => {
          if (flight) return false
          // The form may close and forget its own while the call is under way; redaction needs them to the end.
          const secrets = copied(given)
          const mine = new AbortController()
          flight = mine
          const state = session.getState().session
          show(operation, { kind: 'sending', startedAt: services.clock.now() })
          try {
            const kit = await services.loadOperations()
            const descriptor = kit.descriptors[operation]
            const values = get().values[operation] ?? {}
            const order = { descriptor, kit, values, secrets, state }
            const reply = await send(order, mine.signal)
            if (flight !== mine) return true
            const settled = reply && (await settle(order, reply, () => flight === mine))
            if (flight === mine) show(operation, settled ?? { kind: 'idle' })
          } catch {
            // Its file did not load: the form stays as it is, and the next press tries again.
            if (flight === mine) show(operation, { kind: 'idle' })
          } finally {
            if (flight === mine) flight = null
            for (const secret of Object.values(secrets)) secret.forget()
          }
          return true
        },
        cancel: () => flight?.abort(),
        forget: () => {
          flight?.abort()
          flight = null
          set({ calls: {}, values: {}, open: null })
        },
      },
    }
  })
  // Clearing the tab clears the forms as well.
  session.subscribe(({ session: { clears } }, before) => {
    if (clears !== before.session.clears) store.getState().actions.forget()
  })
  return store
}

/** Copies of secrets that are forgotten apart from the first ones. */
const copied = (secrets: Readonly<Record<string, Secret>>): Readonly<Record<string, Secret>> =>
  Object.fromEntries(
    Object.entries(secrets).map(([name, secret]) => [name, new Secret(secret.reveal())]),
  )

/** The request with counts in place of its secrets, so that nothing of them is kept after the call. */
function withoutSecrets(request: SentRequest): SentRequest {
  const flat = (value: HeaderValue): string => {
    if (typeof value === 'string') return value
    return value
      .map((part) => {
        if (typeof part === 'string') return part
        const text = part.reveal()
        return isKeyIdShaped(text) ? text : `[${String(part.length)} characters hidden]`
      })
      .join('')
  }
  return {
    ...request,
    headers: request.headers.map(([name, value]) => [name, flat(value)] as const),
    body: flat(request.body),
  }
}
