import Casebook
import Values

/// What stands of each charge: what was charged, less what was taken back or down.
struct Standing {
  private let index: CaseIndex
  /// By the places of the charges in the index; nil: not charged yet, or in another account.
  private var amounts: [Ratio?]

  /// Nothing charged.
  init(_ index: CaseIndex) {
    self.index = index
    amounts = [Ratio?](repeating: nil, count: index.charges.count)
  }

  /// What stands of an item; nil for one that is not charged.
  subscript(item: Thing) -> Ratio? {
    get { place(of: item).flatMap { amounts[$0] } }
    set { if let place = place(of: item) { amounts[place] = newValue } }
  }

  /// What stands of all of these.
  func total(of items: [Thing]) -> Ratio {
    items.reduce(Ratio.zero) { sum, item in (try? sum.adding(self[item] ?? .zero)) ?? sum }
  }

  /// The items that are charged, in order, with what stands of each.
  var items: [(item: Thing, amount: Ratio)] {
    zip(index.charges, amounts).compactMap { item, amount in amount.map { (item, $0) } }
  }

  /// The same with what stands of another account.
  func joined(with other: Standing) -> Standing {
    var joined = self
    for (place, amount) in other.amounts.enumerated() where joined.amounts[place] == nil {
      joined.amounts[place] = amount
    }
    return joined
  }

  private func place(of item: Thing) -> Int? {
    guard item.index < index.places.count else { return nil }
    let place = Int(index.places[Int(item.index)]) - index.timeline.count
    return amounts.indices.contains(place) ? place : nil
  }
}
