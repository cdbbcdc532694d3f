/** Cells of the draft as fields of the form; what is said of a cell stands under it. */
import { type ReactNode, useId } from 'react'
import type { Finding } from '../../proposal/findings.ts'
import { findingsAt, useForm } from './context.tsx'
import type { FormTable } from './draft.ts'
import { setCell } from './draft.ts'
import { FindingText } from './findings.tsx'

export interface CellProps {
  table: FormTable
  index: number
  column: string
  label: string
  /** under the label */
  hint?: string
}

/** @returns the text of a cell, how to write it, and what is said of it */
export function useCell({ table, index, column }: Pick<CellProps, 'table' | 'index' | 'column'>) {
  const { draft, store, compiler } = useForm()
  return {
    value: draft.proposal[table][index]?.[column] ?? '',
    write: (value: string) =>
      store.update((proposal) => setCell(proposal, table, index, { [column]: value })),
    findings: findingsAt(compiler.checked?.findings ?? [], table, index, column),
  }
}

interface TextCellProps extends CellProps {
  type?: 'text' | 'date' | 'url' | 'number'
  /** of the text, where it is known before it is written */
  lang?: string
  min?: string
  max?: string
  /** instead of writing the cell alone */
  onWrite?(value: string): void
}

export function TextCell({ type = 'text', lang, min, max, onWrite, ...cell }: TextCellProps) {
  const { value, write, findings } = useCell(cell)
  return (
    <Field {...cell} findings={findings}>
      {(ids) => (
        <input
          {...ids}
          type={type === 'number' ? 'text' : type}
          inputMode={type === 'number' ? 'decimal' : type === 'url' ? 'url' : undefined}
          dir={type === 'text' ? 'auto' : 'ltr'}
          lang={lang}
          min={min}
          max={max}
          maxLength={2000}
          autoComplete="off"
          value={value}
          onChange={({ target }) => (onWrite ?? write)(target.value)}
        />
      )}
    </Field>
  )
}

interface SelectCellProps extends CellProps {
  /** value → what it is called */
  options: readonly (readonly [value: string, text: string])[]
  onWrite?(value: string): void
}

export function SelectCell({ options, onWrite, ...cell }: SelectCellProps) {
  const { value, write, findings } = useCell(cell)
  const known = options.some(([id]) => id === value)
  return (
    <Field {...cell} findings={findings}>
      {(ids) => (
        <select {...ids} value={value} onChange={({ target }) => (onWrite ?? write)(target.value)}>
          {!known && <option value={value}>{value}</option>}
          {options.map(([id, text]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}

interface FieldIds {
  id: string
  'aria-describedby'?: string
  'aria-invalid'?: true
}

export function Field({
  label,
  hint,
  findings,
  children,
}: {
  label: string
  hint?: string
  findings: readonly Finding[]
  children(ids: FieldIds): ReactNode
}) {
  const id = useId()
  const described = [hint && `${id}-hint`, findings.length > 0 && `${id}-said`].filter(Boolean).join(' ')
  const wrong = findings.some(({ severity }) => severity === 'error')
  return (
    <div className="propose-field">
      <label htmlFor={id}>{label}</label>
      {children({
        id,
        ...(described && { 'aria-describedby': described }),
        ...(wrong && { 'aria-invalid': true }),
      })}
      {hint && (
        <p id={`${id}-hint`} className="propose-hint">
          {hint}
        </p>
      )}
      {findings.length > 0 && (
        <ul id={`${id}-said`} className="propose-findings">
          {findings.map((finding) => (
            <li key={finding.rule + finding.message} data-severity={finding.severity}>
              <FindingText finding={finding} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
