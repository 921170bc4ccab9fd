import { type ConcernId, id } from '../../kernel/index.ts'
import type { City } from '../rules/city.ts'
import type { Advice, Pointer, TrapQuestion, Traps } from '../rules/traps.ts'
import { type Existing, fitEach, fitFile, known } from './reading.ts'
import { adviceShape, questionShape, trapsShape } from './shapes.ts'
import { type Mistakes, type Path, readSource, type Source } from './source.ts'

type Reading = {
  readonly source: Source
  readonly mistakes: Mistakes
  readonly concerns: Existing
  readonly places: Existing
}

/** Reads the questions before an answer and the advice beside it. What points to nothing falls away alone. */
export function readTraps(
  folder: string,
  { concerns, places }: Pick<City, 'concerns' | 'places'>,
  mistakes: Mistakes,
): Traps {
  const source = readSource(folder, { file: 'traps.yaml', entries: ['questions', 'advice'] }, mistakes)
  const raw = fitFile(trapsShape, source, mistakes)
  const reading = {
    source,
    mistakes,
    concerns: new Set<string>(concerns.map((concern) => concern.id)),
    places: new Set(places.map((place) => place.id)),
  }
  const advice = readAdvice(raw?.advice, reading)
  return { advice, questions: readQuestions(raw?.questions, { reading, advice }) }
}

function readAdvice(value: unknown, reading: Reading): Advice[] {
  const at = { source: reading.source, path: ['advice'], value, kind: 'advice' }
  return [...fitEach(adviceShape, at, reading.mistakes)].map(([name, raw]) => ({
    id: name,
    at: concernsOf(raw.at, ['advice', name, 'at'], reading),
    from: raw.from ?? null,
    ...pointerOf(raw, ['advice', name], reading),
  }))
}

function readQuestions(
  value: unknown,
  { reading, advice }: { reading: Reading; advice: readonly Advice[] },
): TrapQuestion[] {
  const { source, mistakes } = reading
  const existing = new Set(advice.map((one) => one.id))
  const raw = fitEach(questionShape, { source, path: ['questions'], value, kind: 'question' }, mistakes)
  const questions = [...raw].map(([name, { at, from, answers }]): TrapQuestion => {
    const path = ['questions', name]
    return {
      id: name,
      at: concernsOf(at, [...path, 'at'], reading),
      from: from ?? null,
      answers: Object.entries(answers).map(([answer, { advice: hints, ...pointer }]) => {
        const here = [...path, 'answers', answer]
        const naming = { existing, source, path: [...here, 'advice'], kind: 'advice' }
        return {
          id: answer,
          advice: known(hints, naming, mistakes),
          ...pointerOf(pointer, here, reading),
        }
      }),
    }
  })
  checkSteps(questions, reading)
  return questions
}

/** An answer that leads to the next question would make the way through the guide one step too long. */
function checkSteps(questions: readonly TrapQuestion[], { source, mistakes }: Reading): void {
  const asked = new Set(questions.flatMap((question) => question.at))
  for (const { id: question, answers } of questions) {
    for (const { id: answer, concern } of answers) {
      if (concern === null || !asked.has(concern)) continue
      const path = ['questions', question, 'answers', answer, 'concern']
      const what = `the answer leads to "${concern}", which asks again`
      mistakes.add(source, path, { what, right: 'a concern without a question of its own' })
    }
  }
}

const concernsOf = (
  names: readonly string[],
  path: Path,
  { source, mistakes, concerns }: Reading,
): ConcernId[] =>
  known(names, { existing: concerns, source, path, kind: 'concern' }, mistakes).map(id<'concern'>)

function pointerOf(
  { place, concern }: { place?: string | undefined; concern?: string | undefined },
  path: Path,
  { source, mistakes, concerns, places }: Reading,
): Pointer {
  const one = (name: string | undefined, kind: 'place' | 'concern', existing: Existing) =>
    known(name === undefined ? [] : [name], { existing, source, path: [...path, kind], kind }, mistakes)[0]
  const to = one(concern, 'concern', concerns)
  return { place: one(place, 'place', places) ?? null, concern: to === undefined ? null : id<'concern'>(to) }
}
