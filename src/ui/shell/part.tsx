/**
 * A part of the page that fails takes nothing but itself: it says so in its place, with a way to try again, and the
 * rest of the page goes on.
 */
import {
  Component,
  type ComponentType,
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useMemo,
  useState,
} from 'react'
import { useApp, useWords } from '../context.tsx'
import { isOutdated } from '../data/build-version.ts'
import { STALL_MS } from '../data/fetch-json.ts'

interface GuardProps {
  /** what stands in the place of what failed */
  fallback(error: unknown, again: () => void): ReactNode
  children: ReactNode
}

export class Guard extends Component<GuardProps, { failed: { error: unknown } | null }> {
  state: { failed: { error: unknown } | null } = { failed: null }
  static getDerivedStateFromError(error: unknown) {
    return { failed: { error } }
  }
  render() {
    const { failed } = this.state
    if (!failed) return this.props.children
    return this.props.fallback(failed.error, () => this.setState({ failed: null }))
  }
}

/** A part that is there from the start. */
export function Part({ children }: { children: ReactNode }) {
  return <Guard fallback={(_, again) => <PartFailed again={again} />}>{children}</Guard>
}

/** How a part is made whose code is fetched when it is first needed. */
export type LatePart<Props extends object> = (props: Props) => ReactNode

interface LateProps {
  onClose?(): void
}

/**
 * A part whose code is fetched when it is first shown. Where it cannot be had, a part that closes says so aloud and closes,
 * and any other one in its place; shown again, it is fetched again.
 * @param waiting what is shown until then
 */
export function late<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
  waiting: ReactNode = null,
): LatePart<Props> {
  let fetched = lazy(load)
  const anew = () => {
    fetched = lazy(load)
  }
  // biome-ignore lint/correctness/noComponentHookFactories: made once, at the top of a module, like those of React.lazy
  return function Late(props: Props) {
    const [attempt, setAttempt] = useState(0)
    // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt fetches again
    const Fetched = useMemo(() => fetched, [attempt]) as ComponentType<Props>
    const { onClose } = props as LateProps
    const failed = (again: () => void) => {
      anew()
      if (onClose) return <Closing onClose={onClose} />
      const once = () => {
        setAttempt(attempt + 1)
        again()
      }
      return <PartFailed again={attempt === 0 ? once : null} />
    }
    return (
      <Guard fallback={(_, again) => failed(again)}>
        <Suspense fallback={waiting}>
          <Fetched {...props} />
        </Suspense>
      </Guard>
    )
  }
}

function Closing({ onClose }: Required<LateProps>) {
  const { announce, words } = useApp()
  // biome-ignore lint/correctness/useExhaustiveDependencies: said once
  useEffect(() => {
    announce(words.say('trouble.panel'))
    onClose()
  }, [])
  return null
}

/** @param again absent: all that is left is to load the page again, which keeps the view */
export function PartFailed({ again }: { again: (() => void) | null }) {
  const words = useWords()
  const [outdated, setOutdated] = useState(false)
  useEffect(() => {
    isOutdated().then(setOutdated)
  }, [])
  const reload = outdated || !again
  return (
    <div role="alert" className="part-failed">
      <p>{words.say(outdated ? 'panel.outdated' : 'panel.failed')}</p>
      <button
        type="button"
        className="button-plain button-framed"
        onClick={() => (reload ? location.reload() : again())}
      >
        {words.say(reload ? 'trouble.reload' : 'trouble.again')}
      </button>
    </div>
  )
}

/** Says that something is on its way, and what can be done when it does not come. */
export function OnItsWay() {
  const words = useWords()
  const [late, setLate] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), STALL_MS)
    return () => clearTimeout(timer)
  }, [])
  return late ? <PartFailed again={null} /> : <p role="status">{words.say('loading')}</p>
}
