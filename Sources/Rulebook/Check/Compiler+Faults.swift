import Casebook

// Each fault is told once, with its cause; what follows from it is not told.
extension Compiler {
  /// A fault whose cause has been reported; kept out of the output.
  func alreadyReported(at span: Span) -> Diagnostic { Diagnostic(Self.silenced, at: span) }
  func alreadyReported(_ name: Name) -> Diagnostic { alreadyReported(at: name.span) }
  static let silenced = "silenced"

  /// A name that means nothing, with the nearest that does; silent when its declaration is broken.
  func unknown(
    _ message: String, _ name: Name, among known: [String], help: String? = nil
  ) -> Diagnostic {
    if broken.contains(name.text) { return alreadyReported(name) }
    return Diagnostic(
      message, at: name.span,
      label: nearestName(to: name.text, among: known).map { "did you mean `\($0)`?" } ?? "",
      help: help, isOfName: true)
  }

  /// Runs a step; keeps its fault and forgets the names it bound, so that the next step can run.
  func recover<Result>(
    _ environment: inout Environment,
    _ step: (inout Environment) throws(Diagnostic) -> Result
  ) -> Result? {
    let outer = environment
    do { return try step(&environment) } catch {
      sink.report(error)
      environment.leave(to: outer)
      return nil
    }
  }

  /// Stops when something has been reported since there were so many faults.
  func stop(ifMoreThan count: Int, at span: Span) throws(Diagnostic) {
    if sink.count > count { throw alreadyReported(at: span) }
  }
}
