/// Facts, choices and switches that nobody knows, each with one of the values it can have.
struct Assignment: Equatable {
  /// What is tried.
  private(set) var values: [Cause: Value] = [:]
  /// Which of its values each has, by which assignments are told apart.
  private var places: [Cause: Int] = [:]

  /// One of the combinations of what some facts can be, counted from zero.
  init(_ combination: Int, of facts: [(cause: Cause, values: [Value])]) {
    var rest = combination
    for fact in facts {
      let place = rest % fact.values.count
      (values[fact.cause], places[fact.cause]) = (fact.values[place], place)
      rest /= fact.values.count
    }
  }

  static func == (left: Assignment, right: Assignment) -> Bool { left.places == right.places }
}
