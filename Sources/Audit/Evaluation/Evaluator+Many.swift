import Casebook
import Rulebook
import Values

// What is remembered of a case with many charges, where the same is asked for each of them.
extension Evaluator {
  /// The value of a part of an expression, computed once for the things it is asked of.
  func remembered(_ asked: Asked, _ compute: () -> Value) -> Value {
    guard !isTrying else { return compute() }
    if isRecording {
      guard let recorder, canTape(recorder) else { return compute() }
      recorder.tapes.last?.read(asked)
      if let value = recorder.replayedPart(asked, tapes) { return value }
      let tape = taped(asked, recorder, compute)
      recorder.tapes.last?.lines += tape.lines
      return tape.value
    }
    if let known = parts[asked] { return known }
    let before = hasReadAccount
    hasReadAccount = false
    let value = compute()
    if !hasReadAccount { parts[asked] = value }
    hasReadAccount = before || hasReadAccount
    return value
  }

  /// Computes something that is explained, and keeps what it reads for the next finding.
  func taped(_ asked: Asked, _ recorder: Recorder, _ compute: () -> Value) -> Tape {
    let before = hasReadAccount
    hasReadAccount = false
    let tape = recorder.taping(compute)
    recorder.explained[asked] = tape.value
    if !hasReadAccount, tape.isWhole, tape.parts.allSatisfy({ tapes[$0] != nil }) {
      tapes[asked] = tape
    }
    hasReadAccount = before || hasReadAccount
    return tape
  }

  /// Whether what an explanation reads is kept for the next finding.
  func canTape(_ recorder: Recorder) -> Bool {
    state.hasManyCharges && !isTrying && recorder.isExplaining && !recorder.keepsEveryLine
      && recorder.countsLines == (traces == .outer)
  }
}
