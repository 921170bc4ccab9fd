import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { JSX } from 'preact'
import { render } from 'preact-render-to-string'
import * as look from './index.ts'

const sign = { sign: 'fish', colour: 'blue', signLabel: 'fish, blue', label: 'fish, blue' }
const option = { value: 'a', label: 'A', hint: 'more', icon: 'baby' }
const shell = { houseName: 'House', homeHref: '/de/', skipLabel: 'Skip', notice: 'demo', footer: 'foot' }
const knots = [
  { label: 'arrived', state: 'past' },
  { label: 'waiting', state: 'now' },
  { label: 'done', state: 'next' },
] as const
const items = [
  { code: 'de', name: 'Deutsch', href: '/de/' },
  { code: 'de-simple', name: 'Einfaches Deutsch', href: '/de-simple/' },
  { code: 'ar', name: 'العربية', href: '/ar/' },
]
const words: look.KioskWords = {
  speak: 'aloud',
  stop: 'quiet',
  again: 'again',
  moreTime: 'more?',
  yes: 'yes',
  left: [{ seconds: 20, text: '20 left' }],
}
const plan = {
  size: { width: 20, depth: 10 },
  desks: [{ id: 'd3', label: '3', x: 4, y: 8, state: 'open', highlight: true }],
  landmarks: [{ icon: 'toilet', label: 'toilets', x: 0, y: 5 }],
  entrance: { x: 10, y: 0 },
  label: 'to desk 3',
} as const

/** Every component once, with everything it can show. */
const ALL: Readonly<Record<string, JSX.Element>> = {
  Beads: <look.Beads ahead={17} label="17 before you" more="and 5 more" />,
  BigNumber: <look.BigNumber number={42} {...sign} />,
  Button: <look.Button kind="alarm" large icon="check" shortcut="F" children="Done" />,
  CallBoard: <look.CallBoard children="calls" />,
  CallCard: (
    <look.CallCard
      id="42-1"
      number={42}
      {...sign}
      desk="to 3"
      way={{ icon: 'arrow-left', text: 'left' }}
      newest
    />
  ),
  CheckCards: (
    <look.CheckCards name="needs" legend="Needs" options={[option]} values={['a']} hint="h" error="e" />
  ),
  ChoiceLinks: <look.ChoiceLinks items={[{ href: '/a', label: 'A', icon: 'baby' }]} />,
  DeskCard: <look.DeskCard name="3" state="busy" stateText="busy" href="/3" />,
  DisplayShell: <look.DisplayShell houseName="House" title="Calls" clock="10:00" children="calls" />,
  Document: (
    <look.Document
      lang="ar"
      dir="rtl"
      title="t"
      css="/a.css"
      islands={['/a.js']}
      refreshSeconds={30}
      children="b"
    />
  ),
  DocumentList: <look.DocumentList items={['passport']} />,
  EmptyState: <look.EmptyState title="Nobody" text="breathe" />,
  ErrorSummary: <look.ErrorSummary title="Look" errors={[{ href: '#field-party', text: 'party' }]} />,
  Field: <look.Field name="email" label="E-Mail" value="typed" error="wrong" />,
  FigureTile: <look.FigureTile label="arrived" value="12" note="today" />,
  HallPlan: <look.HallPlan {...plan} />,
  HiddenFields: <look.HiddenFields values={{ key: '1', concerns: ['a', 'b'], none: undefined }} />,
  Icon: <look.Icon name="chevron-right" turns label="on" />,
  KioskShell: (
    <look.KioskShell {...shell} tonguesOpen={false} start="/de/kiosk/1/" words={words} children="main" />
  ),
  LanguageMenu: <look.LanguageMenu label="Language" current="ar" items={items} />,
  LeaveButton: <look.LeaveButton href="https://www.dwd.de" label="leave" hint="Esc" />,
  LinkButton: <look.LinkButton href="/x" children="go" />,
  Mark: <look.Mark />,
  Notice: <look.Notice tone="alarm" children="help" />,
  NumberChoice: <look.NumberChoice name="party" legend="How many" moreLabel="6 or more" value="6" />,
  Person: (
    <look.Person number={42} {...sign} waited="12" late="late" needs={[{ icon: 'baby', label: 'child' }]} />
  ),
  Persons: <look.Persons children="persons" />,
  PhoneLink: <look.PhoneLink number="116 016" />,
  PublicShell: <look.PublicShell {...shell} children="main" />,
  RadioCards: <look.RadioCards name="outcome" legend="How" options={[option]} value="a" />,
  RangeText: <look.RangeText children="15 to 25" />,
  Seam: <look.Seam />,
  Select: <look.Select name="reading" label="Read" options={[option]} value="a" empty="choose" />,
  Sign: <look.Sign {...sign} />,
  SlipShell: <look.SlipShell houseName="House" title="Slip" beside="print" children="slip" />,
  StaffShell: (
    <look.StaffShell
      {...shell}
      navLabel="Nav"
      nav={[{ href: '/a', label: 'A', current: true }]}
      children="main"
    />
  ),
  Steps: <look.Steps items={['one']} />,
  TextArea: <look.TextArea name="what" label="What" value="typed" error="wrong" />,
  Thread: <look.Thread knots={knots} label="your way" />,
  WebLink: <look.WebLink address="https://www.dwd.de" />,
}

test('this list shows every component there is', () => {
  const names = Object.keys(look).filter((name) => /^[A-Z][a-z]/.test(name))
  assert.deepEqual(Object.keys(ALL).sort(), names.sort())
})

for (const [name, element] of Object.entries(ALL)) {
  test(`${name} carries no style attribute and no script of its own`, () => {
    const html = render(element)
    assert.doesNotMatch(html, /\sstyle=/)
    assert.doesNotMatch(html, /<[^>]*\son[a-z]+=/)
    assert.doesNotMatch(html, /<script(?![^>]*\ssrc=)/)
    assert.doesNotMatch(html, /undefined|NaN|\[object/)
  })
}

test('the page says its language and direction, and reloads itself only where no script runs', () => {
  const html = look.toHtml(ALL.Document ?? <p />)
  assert.match(html, /^<!doctype html><html lang="ar" dir="rtl"/)
  assert.match(html, /<noscript><meta http-equiv="refresh" content="30"\/?><\/noscript>/)
})

test('every language stands under its own name, and simple German is told to screen readers by its tag', () => {
  const html = render(ALL.LanguageMenu ?? <p />)
  assert.match(html, /lang="ar"[^>]*aria-current="true"[^>]*>العربية/)
  assert.match(html, /lang="de-simple"[^>]*>Einfaches Deutsch/)
})

test('what was typed stays, and the error is tied to its field', () => {
  const html = render(ALL.Field ?? <p />)
  assert.match(html, /value="typed"/)
  assert.match(html, /aria-describedby="field-email-error"/)
  assert.match(html, /id="field-email-error"/)
})

test('the queue draws one bead for each number ahead, twelve at most, and mine', () => {
  const beads = (ahead: number) =>
    render(<look.Beads ahead={ahead} label="queue" />).match(/class="bead"/g)?.length ?? 0
  assert.deepEqual([0, 1, 7, 12, 40].map(beads), [0, 1, 7, 12, 12])
  assert.match(render(<look.Beads ahead={0} label="queue" />), /bead mine/)
})

test('a real way in the room is never mirrored, the way through a page is', () => {
  assert.doesNotMatch(render(ALL.HallPlan ?? <p />), /turn/)
  assert.doesNotMatch(render(ALL.CallCard ?? <p />), /turn/)
  assert.match(render(ALL.Thread ?? <p />), /turn/)
})

test('a link out of the house leads to https only', () => {
  for (const address of ['javascript:alert(1)', 'http://x.example', 'data:text/html,x', '//x', ''])
    assert.equal(look.externalLink(address), null, address)
  assert.equal(look.externalLink('https://www.dwd.de'), 'https://www.dwd.de/')
})
