import Casebook
import Rulebook

// The things of the file, and the consequences that follow them.
extension Evaluator {
  /// Computes something about a thing, in the case it stands in.
  func about<Result>(_ thing: Thing, _ body: () -> Result) -> Result {
    guard !isAlone, thing.index < things else { return body() }
    let outer = home
    home = file.root(of: thing)
    defer { home = outer }
    return body()
  }

  /// The kind of a thing of the file, or of a consequence.
  func kind(of thing: Thing) -> KindID { kind(ofThing: thing.index) }

  /// The same by its number.
  func kind(ofThing number: Int32) -> KindID {
    guard number >= things else { return file.kind(of: Thing(index: number)) }
    return words.kind(ofConsequence: consequences[Int(number - things)].consequence)
  }
}
